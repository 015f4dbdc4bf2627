"""From what a person may, wants and did, to the sessions of one week."""
