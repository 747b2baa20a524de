"""The editors' form of an accessibility statement."""

from wagtail.admin.forms import WagtailAdminPageForm


class StatementForm(WagtailAdminPageForm):
    """Lets a draft be saved half, and tells at each field what publishing waits for."""

    def _post_clean(self) -> None:
        # Here, and not in clean(): only now does the page hold what was typed.
        super()._post_clean()
        if self.is_deferred_validation:
            return
        for field, words in self.instance.lacking().items():
            if field not in self.fields:
                self.add_error(None, words)
            else:
                # Ours says which part and what to do; the field's own "required" says less.
                self.errors.pop(field, None)
                self.add_error(field, words)
