from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest

from coxa.web.folder import SettingError
from coxa.web.lan.certificates import names_of
from coxa.web.lan.keeping import Kept, authority_of, ready

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOME, MOVED = ip_address("192.168.1.20"), ip_address("192.168.1.99")


def at(address, folder: Path, now: datetime = NOON) -> Kept:
    return ready(folder, "kitchen", [address, "kitchen.local"], now)


def test_what_is_good_is_kept(tmp_path: Path):
    assert at(HOME, tmp_path) == at(HOME, tmp_path, NOON + timedelta(days=300))


def test_at_a_new_address_the_server_is_renewed_and_the_trust_stays(tmp_path: Path):
    before, after = at(HOME, tmp_path), at(MOVED, tmp_path)
    assert after.server != before.server
    assert MOVED in names_of(after.server)
    assert after.authority == before.authority


def test_near_its_end_the_server_is_renewed_and_the_trust_stays(tmp_path: Path):
    before, after = at(HOME, tmp_path), at(HOME, tmp_path, NOON + timedelta(days=380))
    assert after.server.not_valid_after_utc > before.server.not_valid_after_utc
    assert after.authority == before.authority


def test_after_nine_years_there_is_a_new_authority(tmp_path: Path):
    before, after = at(HOME, tmp_path), at(HOME, tmp_path, NOON + timedelta(days=9 * 365))
    assert after.authority != before.authority
    after.server.verify_directly_issued_by(after.authority)


def test_keys_are_the_owners_alone(tmp_path: Path):
    file = at(HOME, tmp_path).server_file
    assert file.parent.stat().st_mode & 0o777 == 0o700
    kept = sorted(file.parent.iterdir())
    assert [one.name for one in kept] == ["authority.pem", "server.pem"]
    assert {one.stat().st_mode & 0o777 for one in kept} == {0o600}


@pytest.mark.parametrize("damage", [b"", b"half of a k"])
def test_a_damaged_server_file_is_made_anew(tmp_path: Path, damage: bytes):
    before = at(HOME, tmp_path)
    before.server_file.write_bytes(damage)
    assert at(HOME, tmp_path).authority == before.authority


def test_a_damaged_authority_is_named_and_not_replaced_in_silence(tmp_path: Path):
    file = at(HOME, tmp_path).server_file.with_name("authority.pem")
    file.write_bytes(file.read_bytes()[:200])
    with pytest.raises(SettingError, match=r"authority\.pem: holds no whole key"):
        at(HOME, tmp_path)


def test_a_key_of_another_certificate_is_not_whole(tmp_path: Path):
    one = at(HOME, tmp_path / "one").server_file.with_name("authority.pem")
    two = at(HOME, tmp_path / "two").server_file.with_name("authority.pem")
    mark = "-----BEGIN CERTIFICATE"
    key, certificate = one.read_text().partition(mark)[0], two.read_text().partition(mark)[2]
    two.write_text(key + mark + certificate)
    with pytest.raises(SettingError):
        at(HOME, tmp_path / "two")


def test_before_the_first_time_there_is_nothing_to_trust(tmp_path: Path):
    assert authority_of(tmp_path) is None
    kept = at(HOME, tmp_path)
    assert authority_of(tmp_path) == kept.authority
