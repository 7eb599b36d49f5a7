import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiVersion } from '@bitrix24/b24jssdk'
import { portal, unlimited } from './portal.mjs'

// The portal holds 1,234 deals and as many items of type 140.
const b24 = portal(unlimited)
const expected = Array.from({ length: 1234 }, (_, i) => i + 1)

test('callList reads every row by keyset', async () => {
  const answer = await b24.actions.v2.callList.make({ method: 'crm.deal.list', params: { select: ['ID', 'TITLE'] }, idKey: 'ID', requestId: 'list' })
  assert.equal(answer.isSuccess, true)
  assert.deepEqual(answer.getData().map(row => Number(row.ID)), expected)
})

test('fetchList gives pages of fifty', async () => {
  const sizes = []
  const ids = []
  for await (const page of b24.actions.v2.fetchList.make({ method: 'crm.item.list', params: { entityTypeId: 140, select: ['id'] }, idKey: 'id', customKeyForResult: 'items', requestId: 'fetch' })) {
    sizes.push(page.length)
    ids.push(...page.map(row => row.id))
  }
  assert.deepEqual(ids, expected)
  assert.deepEqual([...new Set(sizes)], [50, 34])
})

test('a filter narrows the walk', async () => {
  const answer = await b24.actions.v2.callList.make({ method: 'crm.deal.list', params: { filter: { '<=ID': 120, STAGE_ID: 'WON' }, select: ['ID'] }, idKey: 'ID', requestId: 'won' })
  assert.deepEqual(answer.getData().map(row => Number(row.ID)), expected.filter(id => id <= 120 && id % 3 === 0))
})

test('the old helpers', async () => {
  const list = await b24.callListMethod('crm.deal.list', { select: ['ID'], filter: { '>ID': 1000 } })
  assert.equal(list.getData().length, 234)
  const ids = []
  for await (const page of b24.fetchListMethod('crm.deal.list', { select: ['ID'], filter: { '<=ID': 130 } }, 'ID'))
    ids.push(...page.map(row => Number(row.ID)))
  assert.deepEqual(ids, expected.slice(0, 130))
})

test('offset pages by next and total', async () => {
  let rows = 0
  let pages = 0
  let answer = await b24.actions.v2.call.make({ method: 'crm.deal.list', params: { select: ['ID'] }, requestId: 'pages' })
  while (answer) {
    assert.equal(answer.getTotal(), 1234)
    rows += answer.getData().result.length
    pages++
    answer = await answer.getNext(b24.getHttpClient(ApiVersion.v2))
  }
  assert.deepEqual([rows, pages], [1234, 25])
})
