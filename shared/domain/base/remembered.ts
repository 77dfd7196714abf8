/** Longer arguments are rare and not worth the room. */
const LONG = 500;

/**
 * A pure function that remembers what it gave for the same arguments: the cards of a file repeat companies, addresses,
 * titles and days many times. Results are shared, so callers must not change them. Holds at most `most` of them.
 */
export function remembered<A extends readonly unknown[], R>(
  work: (...args: A) => R,
  most = 5000,
): (...args: A) => R {
  const known = new Map<string, { result: R }>();
  return (...args) => {
    const [only] = args;
    const key = args.length === 1 && typeof only === 'string' ? only : JSON.stringify(args);
    if (key.length > LONG) return work(...args);
    const found = known.get(key);
    if (found) return found.result;
    const result = work(...args);
    if (known.size >= most) known.clear();
    known.set(key, { result });
    return result;
  };
}
