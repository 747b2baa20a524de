"""Addresses of the editors' site that are ours."""

urlpatterns: list = []
