import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { isDesktop } from './host.ts';

export type Client = ContractRouterClient<Contract>;

/** The message with which the preload hands over the port to the backend. */
const portMessage = 'dosen:port';
const memberKey = 'dosen.member';

/** Who works at this window: sent with every call, kept on this computer. */
export const actingMember = {
  get: (): string | null => localStorage.getItem(memberKey),
  set: (uid: string): void => localStorage.setItem(memberKey, uid),
};

const headers = (): Record<string, string> => {
  const member = actingMember.get();
  return member === null ? {} : { 'x-dosen-member': member };
};

const nextPort = (): Promise<MessagePort> =>
  new Promise(resolve => {
    const onMessage = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== portMessage || !port) return;
      window.removeEventListener('message', onMessage);
      resolve(port);
    };
    window.addEventListener('message', onMessage);
  });

/** Connects to the backend of whatever host shows this page: over a port in the desktop app, else over HTTP. */
export async function connect(): Promise<Client> {
  if (!isDesktop()) return createORPCClient(new FetchLink({ url: `${location.origin}/rpc`, headers }));
  const port = await nextPort();
  port.start();
  return createORPCClient(new PortLink({ port, headers }));
}
