"""Addresses of the editors' site that are ours; Wagtail's own stand below `admin/`."""

from django.urls import include, path

from . import (
    cards,
    contacts_of,
    editing,
    files,
    home_screen,
    kinds,
    log,
    new_tie,
    page_list,
    places,
    published,
    releases,
    review_screen,
    sign_in,
    start,
    tie_actions,
    tie_screen,
    ties,
    translations,
    undoing,
    units,
    words_screen,
)

_tie = [
    path("", tie_screen.tie, name="tie"),
    path("lage/", tie_actions.change_status, name="change_status"),
    path("borjan/", tie_actions.add_start, name="add_start"),
    path("borjan/<int:claim_id>/ta-tillbaka/", tie_actions.withdraw_start, name="withdraw_start"),
    path("uppgifter/", tie_actions.edit_tie, name="edit_tie"),
    path("kontakter/", contacts_of.tie_contacts, name="tie_contacts"),
    path("visa/", tie_actions.show_tie, name="show_tie"),
    path("dolj/", tie_actions.hide_tie, name="hide_tie"),
]

_contacts = [
    path("", cards.card_list, name="cards"),
    path("nytt/", cards.card, name="new_card"),
    path("<int:card_id>/", cards.card, name="card"),
    path("<int:card_id>/bekrafta/", cards.confirm, name="confirm_card"),
    path("<int:card_id>/slutar/", cards.pass_on, name="pass_on_card"),
    path("enheter/ny/", units.unit, name="new_unit"),
    path("enheter/<int:unit_id>/", units.unit, name="unit"),
]

_settings = [
    path("kommunen/", home_screen.home, name="home"),
    path("typer/", kinds.kind_list, name="kinds"),
    path("typer/ny/", kinds.kind, name="new_kind"),
    path("typer/<int:kind_id>/", kinds.kind, name="kind"),
]

_desk = (
    [
        path("", start.start, name="start"),
        path("att-atgarda/", start.to_do, name="to_do"),
        path("samarbeten/", ties.ties, name="ties"),
        path("samarbeten/lista.xlsx", ties.ties_file, name="ties_file"),
        path("samarbeten/nytt/", new_tie.new_tie, name="new_tie"),
        path("samarbeten/angivet-antal/", kinds.add_count, name="add_count"),
        path("samarbeten/<int:relation_id>/", include(_tie)),
        path("orter/", places.place_list, name="places"),
        path("orter/ny/", places.place, name="new_place"),
        path("orter/<int:place_id>/", places.place, name="place"),
        path("orter/<int:place_id>/ord/<slug:language>/", words_screen.words, name="words"),
        path("installningar/", include(_settings)),
        path("kontaktkort/", include(_contacts)),
        path("sidor/", page_list.pages, name="pages"),
        path("sidor/<int:page_id>/granska/", review_screen.review_page, name="review_page"),
        path("sidor/<int:page_id>/oversattning/", translations.translation_holds, name="translation_holds"),
        path("orter/<int:place_id>/granska/<slug:language>/", review_screen.review_town, name="review_town"),
        path("sidor/<int:page_id>/kontakter/", contacts_of.page_contacts, name="page_contacts"),
        path("andringar/", log.log, name="log"),
        path("andringar/andringar.xlsx", log.log_file, name="log_file"),
        path("angra/", undoing.undo_last, name="undo"),
        path("publicerat/<int:change_id>/", published.publication, name="published"),
        path("publicera/", releases.publish_now, name="publish_now"),
        path("sprak/", sign_in.choose_language, name="language"),
        path("static/<path:path>", files.static_file, name="static"),
        path("media/<path:path>", files.uploaded_file, name="media"),
    ],
    "desk",
)

urlpatterns = [
    path("", include(_desk)),
    path("", include("vanort.pages.urls")),
    # Last: any public address, for its editing.
    path("<path:address>", editing.edit_address, name="edit_address"),
]
