import { implement, type ImplementerInternalWithMiddlewares } from '@orpc/server';
import type { Backend } from '#electron/backend/create-backend.ts';
import type { Context } from '#electron/backend/context.ts';
import { type Contract, contract } from '#shared/contract/index.ts';
import { toContractError } from './errors.ts';

/** What a host gives with every call. */
export interface CallOrigin {
  backend: Backend;
  /** Name or uid of the acting member; default the first one. Unknown: NOT_FOUND. */
  member?: string | undefined;
  /** Uid of the member a window remembers, perhaps from another store: unknown here, it is the first one. */
  rememberedMember?: string | undefined;
}

/** The contract to implement, with every throw translated at this one edge. */
export const os: ImplementerInternalWithMiddlewares<Contract, CallOrigin, CallOrigin> = implement(contract)
  .$context<CallOrigin>()
  .use(async ({ context, next }) => {
    try {
      return await next({ context });
    } catch (error) {
      throw toContractError(error, context.backend.log, context.backend.newId);
    }
  });

/** Turns a use case `(ctx, input)` into a handler: the router stays one line per procedure. */
export const call =
  <I, O>(useCase: (ctx: Context, input: I) => O | Promise<O>) =>
  async ({
    context,
    input,
    signal,
  }: {
    context: CallOrigin;
    input: I;
    signal?: AbortSignal | undefined;
  }): Promise<Awaited<O>> =>
    await useCase(await context.backend.contextFor(context.member, signal, context.rememberedMember), input);
