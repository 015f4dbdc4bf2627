import { reader } from "./tflite.mjs";

// The places of the fields that we need, by tensorflow/lite/schema/schema.fbs.
const SUBGRAPHS = 2; // of the table Model
const GRAPH = { tensors: 0, outputs: 2, operators: 3 };
const OPERATOR = { inputs: 1, outputs: 2 };
const SHAPE = 0; // of the table Tensor
const MASK = "1,256,256,1";
const PRESENCE = "1,1";

/**
 * BlazePose's finder of landmarks without the painting of a mask, which takes two fifths of its time and which nothing
 * here uses. What remains computes the same numbers. The landmarker wants five answers: where the mask was, whether
 * there is anybody stands a second time.
 */
export function withoutMask(model) {
  const pruned = Buffer.from(model);
  const read = reader(pruned);
  const [graph] = read.vector(read.field(read.follow(0), SUBGRAPHS));
  const tensors = read.vector(read.field(graph, GRAPH.tensors));
  const shapes = tensors.map((table) => read.numbers(read.field(table, SHAPE)).join());
  const outputs = read.numbers(read.field(graph, GRAPH.outputs));
  const [mask, presence] = [MASK, PRESENCE].map((shape) => outputs.findIndex((tensor) => shapes[tensor] === shape));
  if (mask < 0 || presence < 0) throw new Error("this is not the finder of landmarks that was expected");
  outputs[mask] = outputs[presence];
  pruned.writeUInt32LE(outputs[mask], read.follow(read.field(graph, GRAPH.outputs)) + 4 + 4 * mask);
  keep(pruned, read, read.follow(read.field(graph, GRAPH.operators)), serving(read, graph, outputs));
  return pruned;
}

/** The operators, in order, on which those tensors rest. An operator stands after those of its inputs. */
function serving(read, graph, tensors) {
  const needed = new Set(tensors);
  const rests = (operator) => {
    if (!read.numbers(read.field(operator, OPERATOR.outputs)).some((tensor) => needed.has(tensor))) return false;
    read.numbers(read.field(operator, OPERATOR.inputs)).forEach((tensor) => needed.add(tensor));
    return true;
  };
  return read.vector(read.field(graph, GRAPH.operators)).reverse().filter(rests).reverse();
}

/** Shortens a vector of tables to those: nothing else moves, so their weights lie as aligned as before. */
function keep(bytes, read, vector, tables) {
  bytes.writeUInt32LE(tables.length, vector);
  tables.forEach((table, one) => bytes.writeUInt32LE(table - (vector + 4 + 4 * one), vector + 4 + 4 * one));
}
