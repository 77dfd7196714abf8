import { type AnySchema, getEventIteratorSchemaDetails } from '@orpc/contract';
import { type AnyProcedure, isProcedure } from '@orpc/server';
import { z } from 'zod';
import { router } from '#electron/backend/rpc/router.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Every procedure that works, by its name `noun.verb`, in alphabetical order. */
export function procedures(): ReadonlyMap<string, AnyProcedure> {
  const found = Object.entries(router).flatMap(([noun, verbs]) =>
    Object.entries(verbs).flatMap(([verb, leaf]): [string, AnyProcedure][] =>
      isProcedure(leaf) ? [[`${noun}.${verb}`, leaf]] : [],
    ),
  );
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What goes in and comes out, as JSON Schema; of a stream, one event of it. */
export function describe(procedure: AnyProcedure): {
  input: JsonSchema;
  output: JsonSchema;
  stream: boolean;
} {
  const { inputSchema, outputSchema } = procedure['~orpc'];
  const event = getEventIteratorSchemaDetails(outputSchema);
  return {
    input: jsonSchema(inputSchema, 'input'),
    output: jsonSchema(event ? event.yields : outputSchema, 'output'),
    stream: event !== undefined,
  };
}

/** One line: the name and the fields of its input, `?` for what may be left out, `~` for a stream. */
export function summary(name: string, procedure: AnyProcedure): string {
  const { input, stream } = describe(procedure);
  const required = new Set(input.required ?? []);
  const fields = Object.keys(input.properties ?? {}).map(field =>
    required.has(field) ? field : `${field}?`,
  );
  return `${name}${stream ? ' ~' : ''}${fields.length > 0 ? `  {${fields.join(', ')}}` : ''}`;
}

/** The contract is made of zod schemas; what JSON Schema cannot say (a refinement) is left out of it. */
function jsonSchema(schema: AnySchema | undefined, io: 'input' | 'output'): JsonSchema {
  if (!(schema instanceof z.ZodType)) return {};
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}
