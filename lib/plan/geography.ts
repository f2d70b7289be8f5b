import { getAlpha2Codes } from 'i18n-iso-countries/index';

/** What the plan needs to know about an AWS region: whose law it is under, and where a VPC can stand. */
export interface Region {
  /** ISO 3166-1 alpha-2 code of the country whose law applies to data stored in the region. */
  readonly country: string;
  /** Letters of the three availability zones a VPC uses unless the plan names others. */
  readonly zones: string;
}

/**
 * Regions by code. Local Zones and Wavelength Zones are left out on purpose: they carry their parent
 * region's code and can stand in another country.
 *
 * Countries: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const REGIONS: Readonly<Record<string, Region>> = {
  'af-south-1': { country: 'ZA', zones: 'abc' },
  'ap-east-1': { country: 'HK', zones: 'abc' },
  'ap-east-2': { country: 'TW', zones: 'abc' },
  'ap-northeast-1': { country: 'JP', zones: 'acd' },
  'ap-northeast-2': { country: 'KR', zones: 'abc' },
  'ap-northeast-3': { country: 'JP', zones: 'abc' },
  'ap-south-1': { country: 'IN', zones: 'abc' },
  'ap-south-2': { country: 'IN', zones: 'abc' },
  'ap-southeast-1': { country: 'SG', zones: 'abc' },
  'ap-southeast-2': { country: 'AU', zones: 'abc' },
  'ap-southeast-3': { country: 'ID', zones: 'abc' },
  'ap-southeast-4': { country: 'AU', zones: 'abc' },
  'ap-southeast-5': { country: 'MY', zones: 'abc' },
  'ap-southeast-6': { country: 'NZ', zones: 'abc' },
  'ap-southeast-7': { country: 'TH', zones: 'abc' },
  'ca-central-1': { country: 'CA', zones: 'abd' },
  'ca-west-1': { country: 'CA', zones: 'abc' },
  'cn-north-1': { country: 'CN', zones: 'abc' },
  'cn-northwest-1': { country: 'CN', zones: 'abc' },
  'eu-central-1': { country: 'DE', zones: 'abc' },
  'eu-central-2': { country: 'CH', zones: 'abc' },
  'eu-north-1': { country: 'SE', zones: 'abc' },
  'eu-south-1': { country: 'IT', zones: 'abc' },
  'eu-south-2': { country: 'ES', zones: 'abc' },
  'eu-west-1': { country: 'IE', zones: 'abc' },
  'eu-west-2': { country: 'GB', zones: 'abc' },
  'eu-west-3': { country: 'FR', zones: 'abc' },
  'il-central-1': { country: 'IL', zones: 'abc' },
  'me-central-1': { country: 'AE', zones: 'abc' },
  'me-south-1': { country: 'BH', zones: 'abc' },
  'mx-central-1': { country: 'MX', zones: 'abc' },
  'sa-east-1': { country: 'BR', zones: 'abc' },
  'us-east-1': { country: 'US', zones: 'abc' },
  'us-east-2': { country: 'US', zones: 'abc' },
  'us-west-1': { country: 'US', zones: 'ac' },
  'us-west-2': { country: 'US', zones: 'abc' },
};

/** Jurisdictions that are blocs: a law may name one in place of its members. */
const BLOCS: Readonly<Record<string, readonly string[]>> = {
  EU: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
};

/**
 * Every market: the ISO 3166-1 alpha-2 codes, and XK (Kosovo), which ISO leaves to its users and whose
 * people would otherwise belong nowhere.
 */
export const MARKETS: readonly string[] = Object.keys(getAlpha2Codes()).sort();

/** Every jurisdiction a law can name: the countries and blocs that hold at least one AWS region. */
export const JURISDICTIONS: readonly string[] = [
  ...new Set(Object.values(REGIONS).map((region) => region.country)),
  ...Object.keys(BLOCS),
].sort();

/** The country whose law applies in `region`, or undefined for a region that is not known. */
export function jurisdictionOf(region: string): string | undefined {
  return REGIONS[region]?.country;
}

/** Whether `jurisdiction` (a country or a bloc) contains `region`. */
export function contains(jurisdiction: string, region: string): boolean {
  const country = jurisdictionOf(region);
  if (country === undefined) return false;
  return jurisdiction === country || (BLOCS[jurisdiction]?.includes(country) ?? false);
}

/** AWS regions in China form a partition of their own (`aws-cn`): no cell can stand there. */
export const CELL_REGIONS: readonly string[] = Object.keys(REGIONS).filter((code) => !code.startsWith('cn-'));
