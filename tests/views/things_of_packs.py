"""Of packs: a thing of the request that is being read, with a picture of its only page, and the same given in the one that was given."""

from uuid import UUID

from django.core.files.base import ContentFile

from access_requests.gatherers.drafts import ItemDraft, Placing, keep
from access_requests.gathering.freezing import Frozen
from access_requests.models import AccessRequest, Item, Release, SecondCheck
from access_requests.models.signed import signed
from files.models import File, FilePage, FileReading
from files.safe_copies import picture_name, put
from tests.cast import NOW, Cast


def packs(cast: Cast, reading: AccessRequest, given: AccessRequest) -> dict[str, tuple[UUID | int | str, ...]]:
    """Each, by the name of the thing."""
    paper = a_paper_with_a_picture()
    read, had = (a_thing_of(request, paper) for request in (reading, given))
    checked = SecondCheck.objects.create(
        request=given,
        says="countersigned",
        proposes="give",
        pack="0" * 64,
        proposed_by=cast.imani,
        checker=cast.tom,
        **signed(cast.tom, NOW),
    )
    manifest = {
        "format": 1,
        "given": [{"item": str(had.pk), "fingerprint": had.fingerprint, "pages": 1}],
        "pages": 1,
        "years": [1999, 1999],
        "held": [],
    }
    Release.objects.create(
        request=given, answer="give", check_made=checked, pack="0" * 64, manifest=manifest, how=["read_here"], **signed(cast.imani, NOW)
    )
    return {
        "thing_of_pack": (reading.pk, read.pk),
        "thing_of_pack+page": (reading.pk, read.pk, 1),
        "given_thing": (given.pk, had.pk),
        "given_thing+page": (given.pk, had.pk, 1),
        "thing_given": (had.pk,),
        "thing_given+page": (had.pk, 1),
    }


def a_paper_with_a_picture() -> File:
    """A paper of one page that was read."""
    file = File.objects.create(sha256="ab" * 32, size=3, content_type="application/pdf", sealed_at=NOW, sealed_by="Imani Clarke")
    FileReading.objects.create(file=file, state=FileReading.State.READ, pages=1, pages_read=1)
    name = picture_name(file, 1)
    put(name, ContentFile(b"\xff\xd8\xff"))
    FilePage.objects.create(file=file, number=1, text="Dear Idris.", picture=name)
    return file


def a_thing_of(request: AccessRequest, paper: File) -> Item:
    """A letter of one page."""
    frozen = Frozen(title="A letter", kind="document", source="paper_store", file=paper.sha256, pages=(1, 1))
    keep(request, [ItemDraft(key="upload:letter", frozen=frozen, placing=Placing(NOW.date(), None, "day"), file=paper)], NOW)
    return Item.objects.get(request=request, key="upload:letter")
