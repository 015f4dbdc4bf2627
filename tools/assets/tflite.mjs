// Reads and adds the metadata of a TensorFlow Lite model, which is a FlatBuffer: tables, vectors and strings that
// point forward to each other by offsets. What stands in it stays as it is: a new root is written in front of it.
// Format: https://flatbuffers.dev/internals/ and tensorflow/lite/schema/schema.fbs

const IDENTIFIER = "TFL3";
const NAME = "TFLITE_METADATA";
// The places of the fields that we need in the table Model.
const MODEL = { version: 0, operator_codes: 1, subgraphs: 2, description: 3, buffers: 4, metadata_buffer: 5, metadata: 6 };
const FIELDS = Object.keys(MODEL).length;
const ALIGNMENT = 64; // more than any tensor asks for, so that none moves off its own

export const reader = (bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at) => view.getUint32(at, true);
  const follow = (at) => at + u32(at);
  /** Where the field of a table stands; 0 if the table does not have it. */
  const field = (table, number) => {
    const shape = table - view.getInt32(table, true);
    const entry = 4 + 2 * number;
    const offset = entry < view.getUint16(shape, true) ? view.getUint16(shape + entry, true) : 0;
    return offset && table + offset;
  };
  /** Where the things of a vector of offsets stand. */
  const vector = (at) => (at ? Array.from({ length: u32(follow(at)) }, (_, one) => follow(follow(at) + 4 + 4 * one)) : []);
  const numbers = (at) => (at ? Array.from({ length: u32(follow(at)) }, (_, one) => view.getInt32(follow(at) + 4 + 4 * one, true)) : []);
  const text = (at) => Buffer.from(bytes.subarray(follow(at) + 4, follow(at) + 4 + u32(follow(at)))).toString();
  const data = (at) => bytes.subarray(follow(at) + 4, follow(at) + 4 + u32(follow(at)));
  return { u32, follow, field, vector, numbers, text, data };
};

function opened(bytes) {
  const said = Buffer.from(bytes.subarray(4, 8)).toString();
  if (said !== IDENTIFIER) throw new Error(`not a TensorFlow Lite model: it begins with "${said}", not "${IDENTIFIER}"`);
  const read = reader(bytes);
  const root = read.follow(0);
  const buffers = read.vector(read.field(root, MODEL.buffers));
  const metadata = read.vector(read.field(root, MODEL.metadata));
  return { read, root, buffers, metadata };
}

/** The metadata of a model as it stands there. Throws if it has none. */
export function metadataOf(model) {
  const { read, buffers, metadata } = opened(model);
  const one = metadata.find((table) => read.text(read.field(table, 0)) === NAME);
  if (!one) throw new Error("this model says nothing about its own input");
  return read.data(read.field(buffers[read.u32(read.field(one, 1))], 0));
}

/** The same model with `added` as its metadata beside what it already has. */
export function withMetadata(model, added) {
  const { read, root, buffers, metadata } = opened(model);
  const front = writer();
  const table = front.table(FIELDS);
  front.number(table, MODEL.version, read.u32(read.field(root, MODEL.version)));
  for (const name of ["operator_codes", "subgraphs", "description", "metadata_buffer"]) {
    const at = read.field(root, MODEL[name]);
    if (at) front.old(front.slot(table, MODEL[name]), read.follow(at));
  }
  const allBuffers = front.vector(front.slot(table, MODEL.buffers), buffers.length + 1);
  buffers.forEach((at, one) => front.old(allBuffers(one), at));
  const allMetadata = front.vector(front.slot(table, MODEL.metadata), metadata.length + 1);
  metadata.forEach((at, one) => front.old(allMetadata(one), at));
  const about = front.table(2, allMetadata(metadata.length));
  front.number(about, 1, buffers.length);
  front.bytes(front.slot(about, 0), Buffer.from(NAME));
  const holder = front.table(1, allBuffers(buffers.length));
  front.bytes(front.slot(holder, 0), added, 16);
  return front.before(model);
}

/** Writes tables and vectors one after the other, and last of all the offsets into what they stand in front of. */
function writer() {
  let out = Buffer.alloc(8);
  out.write(IDENTIFIER, 4, "latin1");
  const later = [];
  const room = (size, alignment = 4) => {
    const at = Math.ceil(out.length / alignment) * alignment;
    out = Buffer.concat([out, Buffer.alloc(at + size - out.length)]);
    return at;
  };
  const pointTo = (slot, at) => out.writeUInt32LE(at - slot, slot);
  return {
    slot: (table, field) => {
      const shape = table - out.readInt32LE(table);
      const offset = 4 + 4 * field;
      out.writeUInt16LE(offset, shape + 4 + 2 * field);
      return table + offset;
    },
    number(table, field, value) {
      out.writeUInt32LE(value, this.slot(table, field));
    },
    /** A table whose fields take four bytes each; absent until they are given. */
    table(fields, slot = 0) {
      const shape = room(4 + 2 * fields);
      const table = room(4 + 4 * fields);
      out.writeUInt16LE(4 + 2 * fields, shape);
      out.writeUInt16LE(4 + 4 * fields, shape + 2);
      out.writeInt32LE(table - shape, table);
      pointTo(slot, table);
      return table;
    },
    vector(slot, length) {
      const at = room(4 + 4 * length);
      out.writeUInt32LE(length, at);
      pointTo(slot, at);
      return (one) => at + 4 + 4 * one;
    },
    /** Bytes with their length before them and a 0 after them, which makes them a string as well. */
    bytes(slot, content, alignment = 4) {
      const at = room(alignment + content.length + 1, alignment) + alignment - 4;
      out.writeUInt32LE(content.length, at);
      content.forEach((byte, one) => out.writeUInt8(byte, at + 4 + one));
      pointTo(slot, at);
    },
    old: (slot, at) => later.push([slot, at]),
    before(model) {
      room(0, ALIGNMENT);
      for (const [slot, at] of later) pointTo(slot, out.length + at);
      return Buffer.concat([out, model]);
    },
  };
}
