/** The token under which Nest hands this service's runtime to its controllers. */
export const RUNTIME = Symbol('InventoryRuntime');
