// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What earlier connections have taught about addresses, for the two rules that RFC 8305, section 4,
// adds to the sort: round-trip times, and which addresses were used.
//
//     history known;                          // the application's; it outlives its views
//     known.add_rtt("eth0", address, 23ms);
//     auto sorted = sort_destinations(list, address_of, source_of, table, known.view("eth0"));

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ip_address.hpp"

namespace eyeballs {

class history_view;

/// Remembers addresses in partitions that learn nothing of one another. A key names a partition. It
/// must tell apart the networks that the host is attached to (RFC 8305, section 4), and whoever
/// else must not be influenced by another's connections: users, sites (HEv3, section 5.3).
///
/// It is for one thread at a time, and reads no clock.
class history {
 public:
  /// * `capacity`: how many addresses it remembers at most, in all partitions: those that it heard
  ///   of last.
  /// * `ignore_every`: every so many views of a partition, one is empty; with 0 none is. So clients
  ///   that remember different things come to the same order in the end, as HEv3, section 5.3,
  ///   demands.
  explicit history(std::size_t capacity = 1024, std::size_t ignore_every = 16) noexcept
      : capacity_(capacity), ignore_every_(ignore_every) {}

  history(const history&) = delete;
  history& operator=(const history&) = delete;

  /// A round-trip time was measured. It must not be that of an attempt that had to repeat its SYN.
  /// What is kept is the smoothed time of RFC 6298, section 2. A negative time is taken as 0.
  void add_rtt(std::string_view key, const ip_address& address, std::chrono::nanoseconds rtt) {
    entry* const e = heard_of(key, address);
    if (!e) return;
    rtt = std::max(rtt, std::chrono::nanoseconds::zero());
    if (e->rtt) *e->rtt += (rtt - *e->rtt) / 8;
    else e->rtt = rtt;
  }

  /// There was a connection to the address.
  void add_use(std::string_view key, const ip_address& address) {
    entry* const e = heard_of(key, address);
    if (e) e->used = true;
  }

  /// What the partition knows, and what it learns while the view is there; or nothing, if it is the
  /// turn of an empty view. Take a view for each host that is connected to.
  history_view view(std::string_view key);

  /// Forgets a partition. Call it when its network was left, or is another one.
  void flush(std::string_view key) noexcept {
    const auto found = partitions_.find(key);
    if (found == partitions_.end()) return;
    for (const auto& known : found->second.addresses) entries_.erase(known.second);
    partitions_.erase(found);
  }

  /// Forgets all.
  void flush() noexcept {
    partitions_.clear();
    entries_.clear();
  }

  /// How many addresses it remembers.
  std::size_t size() const noexcept { return entries_.size(); }

 private:
  friend class history_view;

  struct entry {
    std::string_view key;  // of its partition in partitions_, which holds the characters
    ip_address address;
    std::optional<std::chrono::nanoseconds> rtt{};
    bool used = false;
  };

  struct partition {
    std::map<ip_address, std::list<entry>::iterator> addresses{};
    std::size_t views = 0;
  };

  using partition_map = std::map<std::string, partition, std::less<>>;

  /// Null, if nothing is known.
  const entry* find(std::string_view key, const ip_address& address) const noexcept {
    const auto in = partitions_.find(key);
    if (in == partitions_.end()) return nullptr;
    const auto known = in->second.addresses.find(address);
    if (known == in->second.addresses.end()) return nullptr;
    return &*known->second;
  }

  /// Makes the address the one last heard of. Null, if there is no room for any.
  entry* heard_of(std::string_view key, const ip_address& address) {
    if (capacity_ == 0) return nullptr;
    auto in = partitions_.find(key);
    if (in == partitions_.end()) in = partitions_.try_emplace(std::string(key)).first;

    const auto known = in->second.addresses.find(address);
    if (known == in->second.addresses.end()) append(in, address);
    else entries_.splice(entries_.end(), entries_, known->second);
    return &entries_.back();
  }

  void append(partition_map::iterator in, const ip_address& address) {
    std::list<entry> fresh;
    fresh.push_back(entry{in->first, address});
    in->second.addresses.try_emplace(address, fresh.begin());
    entries_.splice(entries_.end(), fresh);
    if (entries_.size() > capacity_) forget_oldest();
  }

  void forget_oldest() noexcept {
    const entry& oldest = entries_.front();
    const auto in = partitions_.find(oldest.key);
    in->second.addresses.erase(oldest.address);
    if (in->second.addresses.empty()) partitions_.erase(in);
    entries_.pop_front();
  }

  std::size_t capacity_;
  std::size_t ignore_every_;
  partition_map partitions_;
  std::list<entry> entries_;  // the one last heard of is last
};

/// A partition of a history, as `sort_destinations` asks it. It must not outlive the history. A
/// default-constructed view is empty.
class history_view {
 public:
  history_view() noexcept = default;

  /// The smoothed round-trip time, if one is known.
  std::optional<std::chrono::nanoseconds> rtt(const ip_address& address) const noexcept {
    const history::entry* const e = find(address);
    if (!e) return std::nullopt;
    return e->rtt;
  }

  /// Whether there was a connection to it.
  bool used(const ip_address& address) const noexcept {
    const history::entry* const e = find(address);
    return e && e->used;
  }

 private:
  friend class history;

  history_view(const history& of, std::string_view key) : of_(&of), key_(key) {}

  const history::entry* find(const ip_address& address) const noexcept {
    return of_ ? of_->find(key_, address) : nullptr;
  }

  const history* of_ = nullptr;
  std::string key_;
};

inline history_view history::view(std::string_view key) {
  const auto in = partitions_.find(key);
  const bool may_be_empty = in != partitions_.end() && ignore_every_ != 0;
  if (may_be_empty && ++in->second.views % ignore_every_ == 0) return history_view();
  return history_view(*this, key);
}

}  // namespace eyeballs
