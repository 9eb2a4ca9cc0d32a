import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { answer, Answers, CallerOf, IsCommunity, IsDay } from '@baogong/http';
import type { Caller } from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { publishBulletin } from '../../application/bulletins.js';
import { BULLETIN_CONTENT, RUNTIME } from '../../application/runtime.js';
import type { ContentOfDay, Runtime } from '../../application/runtime.js';
import type { SealedPage } from '../../domain/bulletin/bulletin.js';
import { bulletinPublished } from './answers.js';

const REJECTIONS = {
  'unknown-community': 'Nobody holds a role in this community; see to its path.',
  'day-not-over': 'A bulletin tells of a whole day; it can be published when the day is over, in Beijing time.',
  'day-long-past': 'At most 31 days back.',
  'already-published': 'This day is published, and what is published is not changed.',
  'later-day-published': 'A later day is published already; a page can only follow the last one.',
  'chain-moved': 'Another page was published at this moment; ask again with a new key.',
};

export class PublishBulletinBody {
  @IsCommunity()
  territory: string;

  @IsDay()
  day: string;
}

@Controller('bulletins')
export class PublishingController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(BULLETIN_CONTENT) private readonly content: ContentOfDay,
  ) {}

  @Post()
  @Answers(201, bulletinPublished)
  async publish(
    @CallerOf() caller: Caller,
    @Body() body: PublishBulletinBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { territory, day } = body;
    const result = await publishBulletin(this.runtime, caller, { territory, day, content: this.content });
    const told = ({ events }: { events: readonly { data: unknown }[] }) => {
      const { digest, previous } = events[0]!.data as SealedPage;
      return { territory, day, digest, previous };
    };
    answer(reply, result, { status: 201, body: told, rejections: REJECTIONS });
  }
}
