import { z } from 'zod';

/** One published event type: what consumers may rely on. The example is real data of the owner's own tests. */
export interface Contract<S extends z.ZodType = z.ZodType> {
  readonly version: number;
  readonly schema: S;
  readonly example: z.infer<S>;
}

/** An example that breaks its own schema stops the process at load, before anything is published. */
export function contract<S extends z.ZodType>(parts: { version: number; schema: S; example: z.infer<S> }): Contract<S> {
  parts.schema.parse(parts.example);
  return Object.freeze({ ...parts });
}
