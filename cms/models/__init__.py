"""The models of the content an editor writes."""

from cms.models.banner import Banner
from cms.models.kinder import KinderWord
from cms.models.lists import ListedWord
from cms.models.pages import HelpIndexPage, HelpPage
from cms.models.risk import RiskWord
from cms.models.service import ServiceSettings
from cms.models.shipped import ShippedContent
from cms.models.support import SupportContact
from cms.models.wording import Wording
from cms.models.words import GlossaryTerm

__all__ = [
    "Banner",
    "GlossaryTerm",
    "HelpIndexPage",
    "HelpPage",
    "KinderWord",
    "ListedWord",
    "RiskWord",
    "ServiceSettings",
    "ShippedContent",
    "SupportContact",
    "Wording",
]
