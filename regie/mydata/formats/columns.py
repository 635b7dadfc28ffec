"""What each column of a table is for, by its header: Dutch or English, Google's, Outlook's or anyone's."""

import re
import unicodedata

# What each column is for, by its header without marks, signs and capitals. Several columns may share a purpose.
COLUMNS = {
    "name": "name naam fullname volledigenaam displayname weergavenaam fileas opslaanals",
    "first": "firstname givenname voornaam",
    "middle": "middlename additionalname middelstenaam tussenvoegsel tussenvoegsels",
    "last": "lastname familyname surname achternaam",
    "nickname": "nickname bijnaam roepnaam",
    "organisation": "company organization organizationname organization1name organisation bedrijf bedrijfsnaam "
    "organisatie",
    "birthday": "birthday birthdate dateofbirth verjaardag geboortedatum geboren",
    "note": "note notes notitie notities opmerking opmerkingen",
    "words": "kind soort labels label groupmembership categories categorieen groep groepen jobtitle functie role rol",
    "uid": "uid uniqueid",
    "email": "email mail emailadres emailaddress primaryemail email2address email3address emailadres2 emailadres3",
    "phone": "phone telefoon telefoonnummer phonenumber tel mobilephone mobieletelefoon mobiel gsm primaryphone "
    "hoofdtelefoon homephone telefoonthuis homephone2 telefoonthuis2 businessphone telefoonopwerk zakelijk otherphone",
}
PURPOSES = {header: purpose for purpose, headers in COLUMNS.items() for header in headers.split()}
NUMBERED = re.compile(r"(email|phone|telefoon)\d+(value|waarde)$")
NAMES = ("name", "first", "last", "nickname", "organisation")
DUTCH = ("naam", "voornaam", "achternaam")


def folded(header: str) -> str:
    """A header without marks, signs and capitals: ``E-mail 1 - Value`` is ``email1value``."""
    plain = unicodedata.normalize("NFKD", header).casefold()
    return "".join(character for character in plain if character.isalnum())


def purpose_of(header: str) -> str:
    """What a column is for; empty when Regie has no use for it."""
    name = folded(header)
    numbered = NUMBERED.match(name)
    if numbered:
        return "email" if numbered[1] == "email" else "phone"
    return PURPOSES.get(name, "")
