import { requireTopics } from '@baogong/event-pipe';
import { anyBrokerAnswers } from '@baogong/hosting';
import { setting, trouble as troubleOf, type Environment } from '@baogong/operation';
import { look, note, ok, type Finding } from './finding.js';

export function lookAtBroker(env: Environment): Promise<Finding[]> {
  return look('broker', async () => {
    const brokers = setting(env, 'BAOGONG_KAFKA');
    if (!brokers) return [note('broker', 'none is named by BAOGONG_KAFKA')];
    const named = brokers.join(',');
    if (!(await anyBrokerAnswers(brokers))) throw troubleOf('broker-unreachable', { brokers: named, seconds: 2 });
    await requireTopics(brokers);
    return [ok('broker', `${named} answers; the topics that are there have 16 partitions`)];
  });
}
