import { AsyncLocalStorage } from 'node:async_hooks'

/** What a write of Strapi's is a part of, so that the history calls it by its name. */
export type Step =
  /** A verb that writes its own revision and has taken its version. */
  | { verb: 'publish' | 'unpublish' }
  /** An earlier text that is written again. */
  | { verb: 'restore'; version: number; note: string }

const steps = new AsyncLocalStorage<Step>()

/** Runs the write of a step. */
export function inStep<T>(step: Step, work: () => Promise<T>): Promise<T> {
  return steps.run(step, work)
}

/** The step that the current write is a part of, or null when it stands for itself. */
export function currentStep(): Step | null {
  return steps.getStore() ?? null
}
