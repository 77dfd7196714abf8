import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { MEMBER_HEADER, PORT_MESSAGE } from '#shared/contract/page.ts';
import { isDesktop } from './host.ts';

export type Client = ContractRouterClient<Contract>;

const memberKey = 'dosen.member';

/** Who works at this window: sent with every call, kept on this computer. */
export const actingMember = {
  get: (): string | null => localStorage.getItem(memberKey),
  set: (uid: string): void => localStorage.setItem(memberKey, uid),
};

const headers = (): Record<string, string> => {
  const member = actingMember.get();
  return member === null ? {} : { [MEMBER_HEADER]: member };
};

/**
 * The way to the backend of the desktop shell. Every load and every restart of the backend brings a new port; calls go
 * over the newest one, and those before the first one wait for it.
 */
function portLink(): ClientLink<ClientContext> {
  let current = Promise.withResolvers<ClientLink<ClientContext>>();
  let isFirst = true;
  window.addEventListener('message', event => {
    const port = event.ports[0];
    if (event.source !== window || event.data !== PORT_MESSAGE || !port) return;
    if (!isFirst) current = Promise.withResolvers<ClientLink<ClientContext>>();
    isFirst = false;
    current.resolve(new PortLink({ port, headers }));
    port.start();
  });
  return { call: async (path, input, options) => await (await current.promise).call(path, input, options) };
}

/** The backend of whatever host shows this page: over a port in the desktop app, else over HTTP. */
export function connect(): Client {
  if (isDesktop()) return createORPCClient(portLink());
  return createORPCClient(new FetchLink({ url: `${location.origin}/rpc`, headers }));
}
