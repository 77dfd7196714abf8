/** How places map to addresses: after the hash, the only part a page served from any host can change freely. */
export { useHashLocation as hashLocation } from 'wouter/use-hash-location';
