import { cellPlan, type CellPlan } from '../../lib/plan/model';
import { planOf } from './plans';

/** What a test changes in the plan of {@link servingCell}; the rest serves public pages and personal files. */
export interface Serving {
  readonly stage?: string;
  readonly region?: string;
  readonly jurisdiction?: string;
  readonly domain?: string;
  readonly zone?: string;
  /** Whether the plan wants the personal files on the CDN. */
  readonly cdn?: boolean;
  /** Whether the law of Singapore's market, and of India's, lets personal data pass through it. */
  readonly lawOfSingapore?: boolean;
  readonly lawOfIndia?: boolean;
  readonly signer?: string | null;
  readonly viewers?: string[];
  /** Datasets more, or others in place of those that are there. */
  readonly datasets?: Record<string, object>;
}

/** A cell that serves public `pages` under `shop/` and, signed, personal `files` at the root of their bucket. */
export function servingCell(serving: Serving = {}): CellPlan {
  const { stage = 'complete', region = 'ap-southeast-1', jurisdiction = 'SG', cdn = true } = serving;
  const { lawOfSingapore = true, lawOfIndia = true, signer = '../test/support/signer.pem' } = serving;
  const { domain = 'sg.data.example.com', zone = 'Z0EXAMPLESG', viewers } = serving;
  const datasets = {
    pages: { class: 'public', from: 'www', store: 's3', prefix: 'shop/' },
    files: { class: 'personal', from: 'drive', store: 's3', cdn },
    ...serving.datasets,
  };
  const plan = planOf({
    organization: 'o-exampleorg1',
    source: {
      country: 'CN',
      objects: {
        www: { host: '10.8.4.10', bucket: 'www', accessKey: 'domicile', secret: 'source/objects' },
        drive: { host: '10.8.4.11', bucket: 'drive', accessKey: 'domicile', secret: 'source/objects' },
      },
    },
    laws: [
      { markets: ['SG'], jurisdictions: [jurisdiction], basis: 'memo 1', cdn: lawOfSingapore },
      { markets: ['IN'], jurisdictions: [jurisdiction], basis: 'memo 2', cdn: lawOfIndia },
    ],
    cells: {
      sg: {
        region,
        account: '222222222222',
        cidr: '10.65.0.0/16',
        markets: ['SG', 'IN'],
        domain,
        zone: { id: zone, name: 'data.example.com' },
        ...(signer !== null && { signer }),
        ...(viewers && { viewers }),
      },
    },
    datasets,
    phases: { move: { datasets: Object.keys(datasets), markets: ['SG', 'IN'], stage } },
  });
  return cellPlan(plan, 'sg');
}
