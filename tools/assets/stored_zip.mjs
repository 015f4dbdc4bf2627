// Zip archives whose entries are stored as they are: what a model's loader maps into memory, and what Pyodide unpacks.

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const PADDING = 0xd935; // the extra field that Android's zipalign uses for the same
const DAY = (2023 - 1980) * 512 + 32 + 1; // one date for all builds: the same content is the same file
const UTF8 = 0x0800;
const REMAINDERS = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

/** `entries`: [name, content]. The content of each begins at a multiple of `alignment`. */
export function storedZip(entries, alignment = 1) {
  const parts = [];
  const listed = [];
  let at = 0;
  for (const [name, content] of entries) {
    const title = Buffer.from(name);
    const common = header(title, content);
    const gap = alignment > 1 ? 4 + ((alignment - ((at + 34 + title.length) % alignment)) % alignment) : 0;
    const local = Buffer.concat([u32(LOCAL), common, u16(gap), title, padding(gap), content]);
    listed.push(Buffer.concat([u32(CENTRAL), u16(20), common, u16(0), u16(0), u16(0), u16(0), u32(0), u32(at), title]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(listed);
  const counts = [u16(0), u16(0), u16(entries.length), u16(entries.length)];
  return Buffer.concat([...parts, directory, u32(END), ...counts, u32(directory.length), u32(at), u16(0)]);
}

/** The content of a stored entry. Throws if there is none of that name, or if it is compressed. */
export function entryOf(zip, wanted) {
  let at = zip.readUInt32LE(zip.length - 22 + 16);
  while (zip.readUInt32LE(at) === CENTRAL) {
    const [titled, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (zip.toString("utf8", at + 46, at + 46 + titled) === wanted) return stored(zip, at);
    at += 46 + titled + extra + comment;
  }
  throw new Error(`the archive holds no ${wanted}`);
}

function stored(zip, at) {
  if (zip.readUInt16LE(at + 10) !== 0) throw new Error("the entry is compressed; it must be stored");
  const local = zip.readUInt32LE(at + 42);
  const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return zip.subarray(begin, begin + zip.readUInt32LE(at + 24));
}

const header = (title, content) => {
  const size = u32(content.length);
  return Buffer.concat([u16(20), u16(UTF8), u16(0), u16(0), u16(DAY), u32(crc32(content)), size, size, u16(title.length)]);
};

const padding = (gap) => (gap ? Buffer.concat([u16(PADDING), u16(gap - 4), Buffer.alloc(gap - 4)]) : Buffer.alloc(0));

function u16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** CRC-32 of ISO 3309, as zip wants it. Node has its own from 20.15 on only. */
function crc32(content) {
  let rest = 0xffffffff;
  for (const byte of content) rest = (rest >>> 8) ^ REMAINDERS[(rest ^ byte) & 0xff];
  return (rest ^ 0xffffffff) >>> 0;
}
