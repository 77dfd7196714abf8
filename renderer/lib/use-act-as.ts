import { useQueryClient } from '@tanstack/react-query';
import { actingMember } from '#renderer/platform/connect.ts';

/** From now on this window works as that member, and every screen reads anew. */
export function useActAs(): (uid: string) => void {
  const queries = useQueryClient();
  return uid => {
    actingMember.set(uid);
    void queries.invalidateQueries();
  };
}
