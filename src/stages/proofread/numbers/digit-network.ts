import type { DigitModel } from '#definitions/digit-model.schema.ts';
import { GLYPH_SIDE, GLYPH_TRAITS, type Glyph } from './glyph.ts';

/** A convolution that takes every second place: `size`² places of `channels` maps, over `reach`² of the maps before. */
export interface Convolution {
  readonly from: { readonly side: number; readonly channels: number };
  readonly to: { readonly side: number; readonly channels: number };
  readonly reach: number;
}
export const FIRST: Convolution = {
  from: { side: GLYPH_SIDE, channels: 1 },
  to: { side: GLYPH_SIDE / 2, channels: 16 },
  reach: 5,
};
export const SECOND: Convolution = { from: FIRST.to, to: { side: GLYPH_SIDE / 4, channels: 32 }, reach: 3 };
/** What the hidden layer sees: the maps of the second convolution, then the traits. */
export const HIDDEN_INPUTS = SECOND.to.side ** 2 * SECOND.to.channels + GLYPH_TRAITS;
export const HIDDEN = 80;

export interface Layer {
  /** For each output a row of weights. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export interface DigitNetwork {
  readonly first: Layer;
  readonly second: Layer;
  readonly hidden: Layer;
  readonly output: Layer;
}

/** What each layer gave for a glyph. */
export interface Activations {
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly hidden: Float32Array;
  /** The chance of each class. */
  readonly chances: Float32Array;
}

/** The network of a model. Throws a RangeError when a layer has not the number of weights its place asks for. */
export function digitNetwork({ layers, classes }: DigitModel): DigitNetwork {
  return {
    first: layerOf(layers.first, FIRST.reach ** 2),
    second: layerOf(layers.second, SECOND.reach ** 2 * SECOND.from.channels),
    hidden: layerOf(layers.hidden, HIDDEN_INPUTS),
    output: layerOf(layers.output, HIDDEN, classes.length),
  };
}

function layerOf(
  { weights, scale, biases }: DigitModel['layers']['first'],
  inputs: number,
  outputs = biases.length,
): Layer {
  const bytes = Uint8Array.from(atob(weights), (character) => character.charCodeAt(0));
  const values = Float32Array.from(new Int8Array(bytes.buffer), (value) => value * scale);
  if (values.length !== inputs * outputs) throw new RangeError(`${values.length} weights for ${inputs * outputs}`);
  return { weights: values, biases: Float32Array.from(biases) };
}

/** Runs a glyph through the network. */
export function activate(network: DigitNetwork, glyph: Glyph): Activations {
  const first = convolve(glyph, network.first, FIRST);
  const second = convolve(first, network.second, SECOND);
  const inputs = new Float32Array(HIDDEN_INPUTS);
  inputs.set(second);
  inputs.set(glyph.subarray(GLYPH_SIDE * GLYPH_SIDE), second.length);
  const hidden = dense(inputs, network.hidden).map((value) => Math.max(0, value));
  return { first, second: inputs, hidden, chances: softmax(dense(hidden, network.output)) };
}

function convolve(input: Float32Array, layer: Layer, shape: Convolution): Float32Array {
  const { side, channels } = shape.to;
  const out = new Float32Array(side * side * channels);
  for (let place = 0; place < side * side; place += 1) {
    const window = windowAt(shape, place);
    for (let channel = 0; channel < channels; channel += 1)
      out[place * channels + channel] = Math.max(0, sumOver(input, layer, { ...shape, channel }, window));
  }
  return out;
}

/** The part of the kernel that lies on the map at a place, in rows and in numbers of a row; and where its corner stands. */
export interface Window {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly corner: number;
}

/** Maps lie channel by channel within each place, so that the innermost loop walks both arrays in order. */
export function windowAt({ from, to, reach }: Convolution, place: number): Window {
  const edge = reach >> 1;
  const x = 2 * (place % to.side) - edge;
  const y = 2 * Math.floor(place / to.side) - edge;
  return {
    top: Math.max(0, -y),
    bottom: Math.min(reach, from.side - y),
    left: Math.max(0, -x) * from.channels,
    right: Math.min(reach, from.side - x) * from.channels,
    corner: (y * from.side + x) * from.channels,
  };
}

function sumOver(
  input: Float32Array,
  { weights, biases }: Layer,
  { from, reach, channel }: Convolution & { readonly channel: number },
  { top, bottom, left, right, corner }: Window,
): number {
  const row = reach * from.channels;
  let sum = biases[channel] ?? 0;
  for (let y = top; y < bottom; y += 1) {
    const source = corner + y * from.side * from.channels;
    const weight = (channel * reach + y) * row;
    for (let at = left; at < right; at += 1) sum += (input[source + at] ?? 0) * (weights[weight + at] ?? 0);
  }
  return sum;
}

function dense(input: Float32Array, { weights, biases }: Layer): Float32Array {
  const out = new Float32Array(biases.length);
  for (let index = 0; index < out.length; index += 1) {
    let sum = biases[index] ?? 0;
    const row = index * input.length;
    for (let at = 0; at < input.length; at += 1) sum += (input[at] ?? 0) * (weights[row + at] ?? 0);
    out[index] = sum;
  }
  return out;
}

function softmax(scores: Float32Array): Float32Array {
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
