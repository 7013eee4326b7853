"""The public help pages, their pictures, and the content editor's desk."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path
from wagtail import views as wagtail_views
from wagtail.admin import urls as desk_urls
from wagtail.urls import serve_pattern
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms import views
from cms.desk import ELSEWHERE, for_content_editors

decorate_urlpatterns(desk_urls.urlpatterns, for_content_editors)

help_urls = [re_path(serve_pattern, login_not_required(wagtail_views.serve), name="wagtail_serve")]

urlpatterns = [
    path("help/", include(help_urls)),
    re_path(r"^cms-media/images/(?P<name>[\w.-]+)$", views.picture, name="cms_picture"),  # no folder: nothing above or beside
    path("content/account/", for_content_editors(views.to_first_page)),
    path("content/logout/", for_content_editors(views.sign_out)),
    re_path(ELSEWHERE, views.nothing_here),
    path("content/", include(desk_urls)),
]
