import type { Caller, CommandResult } from '@baogong/commanding';
import { threshold, type Threshold } from '../domain/threshold/threshold.js';
import type { Runtime } from './runtime.js';
import { thresholdStream } from './streams.js';

export function setAlertThreshold({ desk }: Runtime, caller: Caller, data: Threshold): Promise<CommandResult> {
  const stream = thresholdStream(data.thresholdId, data.territory);
  return desk.handle({ action: 'SetAlertThreshold', caller, stream, decider: threshold, data });
}
