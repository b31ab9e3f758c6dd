import type { Topic } from './topic.ts';
import { callTopics } from './topics/call-topics.ts';
import { commandLineTopics } from './topics/command-line-topics.ts';
import { fileTopics } from './topics/file-topics.ts';
import { hookTopics } from './topics/hook-topics.ts';

/** What is known about MicroSIP beyond its single commands, hooks and settings. */
export const topics: readonly Topic[] = [...commandLineTopics, ...hookTopics, ...fileTopics, ...callTopics];
