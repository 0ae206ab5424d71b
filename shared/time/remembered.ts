/** What a key stands for, worked out once; beyond `most` keys all are forgotten, so that memory stays bounded. */
export function remembered<K, V>(known: Map<K, V>, most: number, key: K, compute: (key: K) => V): V {
  const ready = known.get(key);
  if (ready !== undefined) return ready;
  const found = compute(key);
  if (known.size >= most) known.clear();
  known.set(key, found);
  return found;
}
