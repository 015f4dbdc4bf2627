// The person's own time zone, for pages that ask for "today" and "this morning".
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=strict`;
