"""Users as an administrator manages them: name, address, password and roles; never the right to everything."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import DeleteView, EditView, IndexView
from wagtail.users.views.users import UserViewSet as WagtailsUserViewSet

from vanort.accounts.models import User
from vanort.accounts.roles import LABELS


class _Role(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group: Group) -> str:
        return str(LABELS.get(group.name, group.name))


class _OnlyRoles:
    """Four roles to choose from, and no box that opens everything."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)  # type: ignore[attr-defined]
        self.fields["groups"] = _Role(  # type: ignore[attr-defined]
            Group.objects.filter(name__in=LABELS),
            label=gettext_lazy("Roles"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )


class NewUserForm(_OnlyRoles, UserCreationForm):
    """A new user."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields - {"is_superuser"}


class OldUserForm(_OnlyRoles, UserEditForm):
    """A user there is."""

    is_superuser = None  # type: ignore[assignment]

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields - {"is_superuser"}

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            del self.fields["is_active"]


class _NotAboveOneself:
    """Whoever is not a superuser cannot see or change one: a new password for one would be a way up."""

    def get_object(self, queryset: QuerySet[User] | None = None) -> User:
        user = super().get_object(queryset)  # type: ignore[misc]
        if user.is_superuser and not self.request.user.is_superuser:  # type: ignore[attr-defined]
            raise Http404
        return user


class Edit(_NotAboveOneself, EditView):
    """Changing a user."""


class Delete(_NotAboveOneself, DeleteView):
    """Removing a user; the log keeps the name."""


class Index(IndexView):
    """The list of users."""

    def get_base_queryset(self) -> QuerySet[User]:
        users = super().get_base_queryset()
        return users if self.request.user.is_superuser else users.filter(is_superuser=False)


class UserViewSet(WagtailsUserViewSet):
    """Wagtail's own screens with our forms."""

    index_view_class = Index
    edit_view_class = Edit
    delete_view_class = Delete

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return OldUserForm if for_update else NewUserForm
