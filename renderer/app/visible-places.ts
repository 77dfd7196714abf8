import { useState } from 'react';
import type { Member } from '#shared/contract/system.ts';
import type { PlaceId } from './places.ts';

const storageKey = 'dosen.showsAll';
const none: ReadonlySet<PlaceId> = new Set();
const managing: ReadonlySet<PlaceId> = new Set(['insights', 'reviews']);

/** Places a member does not see at first: managing ones, for those who only call, mail or sell. */
export const hiddenPlaces = (member: Member | null): ReadonlySet<PlaceId> =>
  member === null ||
  member.roles.length === 0 ||
  member.roles.includes('manager') ||
  member.roles.includes('marketing')
    ? none
    : managing;

/** Whether 全部表示 is on, kept on this computer. */
export function useShowsAll(): readonly [boolean, (value: boolean) => void] {
  const [showsAll, setShowsAll] = useState(() => localStorage.getItem(storageKey) === '1');
  const set = (value: boolean): void => {
    localStorage.setItem(storageKey, value ? '1' : '0');
    setShowsAll(value);
  };
  return [showsAll, set];
}
