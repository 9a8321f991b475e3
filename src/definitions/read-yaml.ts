import { load, loadAll } from 'js-yaml';

/**
 * What YAML 1.2 text says (country NO stays a string, dates stay strings); undefined of an empty one. Throws `YAMLException` for what is no YAML, gives
 * a key twice, holds several documents, or is nested deeper than anybody writes: the parser that knows places would work on that for minutes.
 */
export function readYaml(text: string): unknown {
  const documents = loadAll(text);
  // Of several, `load` says itself what is wrong.
  return documents.length > 1 ? load(text) : documents[0];
}
