import type { Rule } from '../rule';
import { isKnown } from '../marks';
import { isZoneOf } from '../zones';

/** Spread over every zone that the region has. */
const ANY = /^(?:any|all|multi|\*)$/i;

export const zone: Rule = {
  id: 'zone',
  what: 'a resource stands in an availability zone of its own region, on no Local Zone, Wavelength Zone or Outpost',
  why: 'A Local Zone carries the code of its parent region and lies in another country: ap-southeast-1-bkk-1a is in Bangkok. An Outpost stands wherever its owner put it (AWS Local Zones user guide; AWS Outposts user guide).',
  fix: 'name an availability zone of the stack’s own region, such as ap-southeast-1a, and no Outpost',
  level: 'error',
  types: 'every type',
  examples: {
    bad: { Subnet: { Type: 'AWS::EC2::Subnet', Properties: { AvailabilityZone: 'ap-southeast-1-bkk-1a' } } },
    good: { Subnet: { Type: 'AWS::EC2::Subnet', Properties: { AvailabilityZone: 'ap-southeast-1a' } } },
  },
  check(hearing) {
    const { region } = hearing.resource.template.input;
    for (const site of hearing.sites('zone'))
      for (const text of hearing.texts(site)) {
        if (text === '' || ANY.test(text)) continue;
        if (hearing.resolver.marks.first(text)?.mark === text)
          hearing.lead(site.path, text, 'local', site.name);
        else if (!isKnown(text)) hearing.find(site.path, text, `${site.name} cannot be worked out`);
        else if (!isZoneOf(text, region))
          hearing.find(site.path, text, `${site.name} is no availability zone of ${region}`);
      }
  },
};
