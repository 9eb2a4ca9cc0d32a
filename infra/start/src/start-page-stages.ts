/** The stages of the throughput that the start page shows, in the order goods pass them. */
export const STAGES_SHOWN = ['requested', 'granted', 'shorted', 'counted', 'packed', 'handedOver'] as const;
export const FIGURES = ['count', 'pieces', 'weight'] as const;
