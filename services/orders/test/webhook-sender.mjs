/** An orders service of its own over the compiled build, for specs that kill it; says `ready` and runs until then. */
import { startService } from '@baogong/commanding';
import { createDirectPipe } from '@baogong/event-pipe';
import { createLogger } from '@baogong/observability';
import { ordersServiceFor } from '@baogong/orders';

const { ownerUrl, appUrl, master, webhooks } = JSON.parse(process.argv[2]);
await startService(
  ordersServiceFor(() => ({ webhooks })),
  {
    ...{ ownerUrl, appUrl, pipe: createDirectPipe(), keys: { vaultMaster: Buffer.from(master, 'hex') } },
    verifier: { verify: async () => ({ ok: false, reason: 'expired' }) },
    log: createLogger({ service: 'orders', level: 'silent' }),
  },
);
process.stdout.write('ready\n');
