"""Small returns for tests: the tables as text, written where a test wants them."""

from pathlib import Path

COLUMNS = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
    "ad1": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
    "placed": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
}
HEADER = "900001,F,02/03/2013,BAFR,M999410117101,0,"
OPEN_HOME = "900001,16/05/2017,S,C2,N3,U4,PR1,,,"


def a_return(folder: Path, **tables: list[str] | str) -> Path:
    """A folder with these tables; each is its rows, without the first. Without a header table: that of Amara."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in {"header": HEADER, **tables}.items():
        lines = [COLUMNS[name], *([rows] if isinstance(rows, str) else rows)]
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
