"""The young persons pages."""

app_name = "portal"
urlpatterns: list = []
