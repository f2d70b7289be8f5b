import { marketGuard } from '../../../lib/plan/sql/market-guard';

test('on MySQL each table with a market refuses to change it, byte by byte', () => {
  const tables = [{ name: 'order_item', market: 'land' }];
  expect(marketGuard({ dialect: 'mysql', schema: 'shop', tables }).split('\n')).toEqual([
    'DROP TRIGGER IF EXISTS `shop`.`domicile_market_order_item`;',
    'DELIMITER $$',
    'CREATE TRIGGER `shop`.`domicile_market_order_item` AFTER UPDATE ON `shop`.`order_item` FOR EACH ROW',
    'IF NOT (CAST(NEW.`land` AS BINARY) <=> CAST(OLD.`land` AS BINARY)) THEN',
    "  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the market of a row is fixed: move the user instead, see docs/user-moves.md';",
    'END IF$$',
    'DELIMITER ;',
  ]);
});

test('on PostgreSQL each table with a market refuses to change it, by one function', () => {
  const tables = [{ name: 'users', market: 'state' }];
  expect(marketGuard({ dialect: 'postgresql', schema: 'public', tables }).split('\n')).toEqual([
    'CREATE OR REPLACE FUNCTION "public"."domicile_market_is_fixed"() RETURNS trigger',
    'LANGUAGE plpgsql AS $domicile$',
    "BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'the market of a row is fixed: move the user instead, see docs/user-moves.md'; END",
    '$domicile$;',
    'DROP TRIGGER IF EXISTS "domicile_market_users" ON "public"."users";',
    'CREATE TRIGGER "domicile_market_users" AFTER UPDATE ON "public"."users" FOR EACH ROW',
    'WHEN (NEW."state"::text COLLATE "C" IS DISTINCT FROM OLD."state"::text COLLATE "C")',
    'EXECUTE PROCEDURE "public"."domicile_market_is_fixed"();',
  ]);
});

test.each([
  ['mysql', 'a`b', '`a``b`'],
  ['mysql', 'a"b', '`a"b`'],
  ['postgresql', 'a"b', '"a""b"'],
  ['postgresql', 'a`b', '"a`b"'],
] as const)('on %s the name %s is quoted as %s, wherever it stands', (dialect, name, quoted) => {
  const sql = marketGuard({ dialect, schema: name, tables: [{ name, market: name }] });
  expect(sql).toContain(`ON ${quoted}.${quoted} FOR EACH ROW`);
  expect(sql).toContain(`NEW.${quoted}`);
  expect(sql).toContain(`OLD.${quoted}`);
});

test('tables that are copied whole have no market to guard', () => {
  const sql = marketGuard({ dialect: 'mysql', schema: 'shop', tables: [{ name: 'product' }] });
  expect(sql).toBe('');
});

test.each([
  ['t'.repeat(47), `domicile_market_${'t'.repeat(47)}`],
  ['t'.repeat(48), expect.stringMatching(/^domicile_market_[0-9a-f]{16}$/)],
  ['表'.repeat(16), expect.stringMatching(/^domicile_market_[0-9a-f]{16}$/)],
])('the trigger of table %s has a name that servers take', (name, expected) => {
  const sql = marketGuard({ dialect: 'postgresql', schema: 's', tables: [{ name, market: 'm' }] });
  expect(/CREATE TRIGGER "([^"]+)"/.exec(sql)?.[1]).toEqual(expected);
});
