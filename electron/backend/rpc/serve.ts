import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as HttpHandler } from '@orpc/server/node';
import type { StandardRPCHandlerOptions } from '@orpc/server/standard';
import { MEMBER_HEADER } from '#shared/contract/page.ts';
import type { CallOrigin } from './base.ts';
import { router } from './router.ts';

/** Who works at the window stands in a header of each call, whatever carries it. */
const options: Pick<StandardRPCHandlerOptions<CallOrigin>, 'interceptors'> = {
  interceptors: [
    async call => {
      const rememberedMember = call.request.headers[MEMBER_HEADER]?.toString();
      return await call.next({ ...call, context: { ...call.context, rememberedMember } });
    },
  ],
};

/** The contract over HTTP. */
export const serveHttp = (): HttpHandler<CallOrigin> => new HttpHandler(router, options);

/** The contract over a message port. */
export const servePort = (): PortHandler<CallOrigin> => new PortHandler(router, options);
