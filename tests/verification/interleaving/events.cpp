// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

#include "events.hpp"

#include "threads.hpp"

namespace interleaving {

namespace {

bool acquires(int order) {
  return order == __ATOMIC_ACQUIRE || order == __ATOMIC_CONSUME || order == __ATOMIC_ACQ_REL ||
         order == __ATOMIC_SEQ_CST;
}

bool releases(int order) {
  return order == __ATOMIC_RELEASE || order == __ATOMIC_ACQ_REL || order == __ATOMIC_SEQ_CST;
}

step step_of(const atomic_operation& o) {
  return {.thread = self(), .kind = o.kind, .where = o.where, .amount = o.amount, .code = o.code};
}

void expect_no(const char* wrong) {
  if (wrong) fault(wrong);
}

}  // namespace

bool is_watched() noexcept { return the().is_watched; }

void before_atomic(const atomic_operation& o) {
  if (self() != 0) stop_at(step_of(o));
}

void after_atomic(const atomic_operation& o, step_kind kind, long value) {
  const aside own;
  world& w = the();
  step s = step_of(o);
  s.kind = kind;
  s.seen = value;
  const bool reads = kind == step_kind::load || o.continues;
  touch(o.where, o.bytes, writes(s) ? access_kind::atomic_write : access_kind::atomic_read);
  if (reads) w.clocks.acquire(s, acquires(o.order));
  if (writes(s)) w.clocks.release(s, releases(o.order), o.continues);
  if (self() != 0) step_done(s);
}

void fence(int order) { the().clocks.fence(self(), acquires(order), releases(order)); }

void touch(place p, std::size_t bytes, access_kind how) {
  world& w = the();
  if (w.memory.has(p)) expect_no(w.memory.touch(p, bytes, how, self(), w.clocks[self()]));
}

void lock(void* mutex, void* code) {
  const aside own;
  world& w = the();
  const step s{.thread = self(), .kind = step_kind::lock, .where = mutex, .code = code};
  if (self() != 0) stop_at(s);
  if (!w.owners.emplace(mutex, self()).second) fault("a mutex that is locked for ever");
  touch(mutex, 1, access_kind::atomic_write);
  w.clocks.acquire(s, true);
  if (self() != 0) step_done(s);
}

void unlock(void* mutex) {
  const aside own;
  world& w = the();
  touch(mutex, 1, access_kind::atomic_write);
  w.owners.erase(mutex);
  w.clocks.release({.thread = self(), .kind = step_kind::lock, .where = mutex}, true, false);
}

void await_others(void* code) {
  if (self() == 0) fault("it awaits what nobody will do");
  const step s{.thread = self(),
               .kind = step_kind::await,
               .where = the().threads[self()].looked_at,
               .code = code};
  stop_at(s);
  step_done(s);
}

void* allocate(std::size_t bytes, std::size_t alignment) {
  world& w = the();
  if (!w.is_watched || w.is_rehearsal || aside::is_aside()) return nullptr;
  void* const p = w.memory.allocate(bytes, alignment, self(), w.clocks[self()]);
  if (!p) fault("no room");
  return p;
}

bool deallocate(void* p) {
  world& w = the();
  if (!w.memory.has(p)) return false;
  if (w.is_watched) expect_no(w.memory.free(p, self(), w.clocks[self()]));
  return true;
}

}  // namespace interleaving
