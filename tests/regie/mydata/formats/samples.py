"""Files as others write them, each with the same people where the format can say so."""

import base64

PHOTO = base64.b64encode(bytes(range(256)) * 20).decode()


def folded(line: str, octets: int = 75) -> str:
    """``line`` cut every ``octets`` characters, as old writers do."""
    return "\r\n ".join(line[start : start + octets] for start in range(0, len(line), octets))


GOOGLE = """BEGIN:VCARD\r
VERSION:3.0\r
FN:Zoë van der Müller\r
N:van der Müller;Zoë;;;\r
EMAIL;TYPE=INTERNET;TYPE=HOME:zoe@example.org\r
TEL;TYPE=CELL:+31 6 12345678\r
TEL;TYPE=HOME:020 1234567\r
BDAY:1980-05-03\r
item1.ADR:;;Dorpsstraat 1;Utrecht;;;\r
item1.X-ABLabel:Thuis\r
NOTE:Kent Mam van het koor\\, en van\\nvroeger\r
CATEGORIES:myContacts,Family\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
ORG:Bakker Bart\r
TEL;TYPE=WORK:030-7654321\r
END:VCARD\r
""".encode()

APPLE = (
    "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Apple Inc.//iPhone OS 17.0//EN\nN:Bakker;Anouk;;;\nFN:Anouk Bakker\n"
    "item1.EMAIL;type=INTERNET;type=pref:anouk@example.org\nTEL;type=CELL;type=VOICE;type=pref:06-11223344\n"
    "BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-02-29\n"
    + folded("PHOTO;ENCODING=b;TYPE=JPEG:" + PHOTO).replace("\r\n", "\n")
    + "\nUID:7A1B2C3D-0000-4000-8000-000000000001:ABPerson\nEND:VCARD\n"
).encode()

OUTLOOK_21 = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=nl;CHARSET=Windows-1252:J\xf8rgensen;Bj\xf6rn\r\n"
    b"FN;CHARSET=Windows-1252:Bj\xf6rn J\xf8rgensen\r\nTEL;CELL;VOICE:06 99887766\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:Caf=C3=A9 op zater=\r\ndag=0D=0Aom tien uur\r\n"
    b"EMAIL;PREF;INTERNET:bjorn@example.org\r\nPHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n "
    + PHOTO.encode()
    + b"\r\n\r\nEND:VCARD\r\n"
)

ANDROID = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=5A=6F=C3=AB;;;\r\n"
    b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=5A=6F=C3=AB=20=4D=C3=BC=\r\n=6C=6C=65=72\r\n"
    b"TEL;CELL:0612345678\r\nEND:VCARD\r\n"
)

NEXTCLOUD = b"""BEGIN:VCARD\r
VERSION:4.0\r
PRODID:-//Sabre//Sabre VObject 4.5.4//EN\r
UID:3b241101-e2bb-4255-8caf-4136c566a962\r
FN:Ria Jansen\r
KIND:individual\r
TEL;TYPE="cell,voice";PREF=1;VALUE=uri:tel:+31611112222\r
EMAIL;TYPE=home:ria@example.org\r
BDAY:--0503\r
CATEGORIES:Koor,Vrienden\r
NOTE:Zingt alt\\; houdt van thee\r
REV;VALUE=DATE-AND-OR-TIME:20240101T000000Z\r
END:VCARD\r
"""

GOOGLE_CSV = (
    "First Name,Middle Name,Last Name,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Phone 2 - Value\n"
    'Zoë,,Müller,,1980-05-03,"Van het koor,\nen van vroeger",* myContacts ::: Family,* Home,zoe@example.org,Mobile,'
    "'+31612345678,020 1234567\n,,,Bakker Bart,,,,,,Work,030 1,\n"
).encode()

OUTLOOK_CSV_NL = (
    '"Voornaam";"Middelste naam";"Achternaam";"Bedrijf";"E-mailadres";"Mobiele telefoon";"Verjaardag";"Notities"\r\n'
    '"Zoë";"van der";"Müller";"";"zoe@example.org";"06 12345678";"3-5-1980";"Van het koor"\r\n'
).encode("cp1252")

OUTLOOK_CSV_EN = (
    '"First Name","Last Name","E-mail Address","Mobile Phone","Birthday","Notes"\r\n'
    '"Zoë","Müller","zoe@example.org","06 12345678","5/3/1980",""\r\n'
).encode("utf-16")

SIMPLE_TAB = b"Naam\tSoort\tTelefoon\nSanne\tVrienden\t06 1\n\nJoris\tFamilie\t06 2\n"

MONICA = {
    "version": "1.0-preview.1",
    "app_version": "4.0.0",
    "account": {
        "uuid": "a",
        "data": [
            {
                "count": 2,
                "type": "contact",
                "values": [
                    {
                        "uuid": "c1",
                        "properties": {
                            "first_name": "Zoë",
                            "last_name": "Müller",
                            "description": "Van het koor",
                            "tags": ["familie"],
                            "is_partial": False,
                            "birthdate": {
                                "is_age_based": False,
                                "is_year_unknown": True,
                                "date": "1980-05-03T00:00:00Z",
                            },
                        },
                        "data": [
                            {
                                "type": "contact_field",
                                "values": [{"properties": {"data": "zoe@example.org", "type": "t1"}}],
                            },
                            {"type": "contact_field", "values": [{"properties": {"data": "06 1", "type": "t2"}}]},
                            {"type": "note", "values": [{"properties": {"body": "Houdt van thee"}}]},
                            {
                                "type": "call",
                                "values": [
                                    {
                                        "uuid": "k1",
                                        "properties": {"called_at": "2024-02-01T10:00:00Z", "content": "Lang"},
                                    }
                                ],
                            },
                            {
                                "type": "reminder",
                                "values": [
                                    {"properties": {"title": "Bel", "frequency_type": "week", "frequency_number": 2}},
                                ],
                            },
                            {"type": "activity", "values": ["act1"]},
                        ],
                    },
                    {"uuid": "c2", "properties": {"first_name": "Kind van Zoë", "is_partial": True}, "data": []},
                ],
            },
            {
                "type": "activity",
                "values": [
                    {
                        "uuid": "act1",
                        "properties": {"summary": "Gewandeld", "description": "Duin", "happened_at": "2024-03-01"},
                    }
                ],
            },
        ],
        "instance": {
            "contact_field_types": [
                {"uuid": "t1", "properties": {"name": "Email", "protocol": "mailto:", "type": "email"}},
                {"uuid": "t2", "properties": {"name": "Phone", "protocol": "tel:", "type": "phone"}},
            ]
        },
    },
}
