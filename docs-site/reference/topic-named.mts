import { topics, type Topic } from 'microsip-sdk/catalogue';

/** The topic of this name. */
export function topicNamed(id: string): Topic {
  const topic = topics.find((candidate) => candidate.id === id);
  if (topic === undefined) throw new RangeError(`The catalogue has no topic “${id}”.`);
  return topic;
}
