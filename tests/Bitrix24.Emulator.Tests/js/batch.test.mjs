import assert from 'node:assert/strict'
import { test } from 'node:test'
import { portal, unlimited } from './portal.mjs'

const b24 = portal(unlimited)
const batch = (calls, options = {}) => b24.actions.v2.batch.make({ calls, options: { requestId: 'batch', ...options } })

test('commands as an array answer an array', async () => {
  const answer = await batch([
    ['crm.deal.add', { fields: { TITLE: 'A & B #1 50% +' } }],
    { method: 'crm.deal.list', params: { select: ['TITLE'] } },
  ])
  assert.equal(answer.isSuccess, true)
  assert.deepEqual(answer.getData(), [1, [{ TITLE: 'A & B #1 50% +' }]])
})

test('callBatch takes commands as an array', async () => {
  const answer = await b24.callBatch([
    ['crm.lead.add', { fields: { TITLE: 'by callBatch' } }],
    { method: 'crm.lead.list', params: { select: ['TITLE'], filter: { TITLE: 'by callBatch' } } },
  ])
  const [id, leads] = answer.getData()
  assert.equal(typeof id, 'number')
  assert.deepEqual(leads, [{ TITLE: 'by callBatch' }])
})

test('commands as an object answer an object, with references between them', async () => {
  const answer = await b24.callBatch({
    company: { method: 'crm.company.add', params: { fields: { TITLE: 'Acme' } } },
    deal: ['crm.deal.add', { fields: { TITLE: 'for Acme', COMPANY_ID: '$result[company]' } }],
    read: ['crm.deal.get', { id: '$result[deal]' }],
  })
  const data = answer.getData()
  assert.equal(data.read.TITLE, 'for Acme')
  assert.equal(data.read.COMPANY_ID, String(data.company))
})

test('results of commands keep their total and their own errors', async () => {
  const answer = await batch({
    wrong: ['crm.item.get', { entityTypeId: 2, id: 999 }],
    list: ['crm.deal.list', { select: ['ID'] }],
  }, { isHaltOnError: false, returnAjaxResult: true })
  const { wrong, list } = answer.getData()
  assert.equal(wrong.isSuccess, false)
  assert.equal(wrong.getErrorMessages().join(), 'Element not found')
  assert.equal(list.isSuccess, true)
  assert.equal(list.getTotal(), 2)
})

test('a halt leaves later commands unsent', async () => {
  await batch([['crm.deal.get', { id: 999 }], ['crm.lead.add', { fields: { TITLE: 'never' } }]], { isHaltOnError: true }).catch(() => {})
  const leads = await b24.actions.v2.call.make({ method: 'crm.lead.list', params: { filter: { TITLE: 'never' } }, requestId: 'leads' })
  assert.equal(leads.getTotal(), 0)
})

test('chunks of any number of commands', async () => {
  const calls = Array.from({ length: 120 }, (_, i) => ['crm.product.add', { fields: { NAME: `p${i}`, PRICE: i } }])
  const answer = await b24.actions.v2.batchByChunk.make({ calls, options: { requestId: 'chunks' } })
  assert.equal(answer.getData().length, 120)
})
