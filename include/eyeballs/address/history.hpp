// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What earlier connections have taught about addresses, for the two rules that RFC 8305, section 4,
// adds to the sort: round-trip times, and which addresses were used.
//
//     history past;                          // the application's; it outlives its views
//     past.add_rtt("eth0", address, 23ms);
//     auto sorted = sort_destinations(list, address_of, source_of, table, past.view("eth0"));

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

/// Remembers addresses in partitions that learn nothing of one another. A key names a partition: it
/// must tell apart the networks that the host is attached to (RFC 8305, section 4), and whoever
/// else must not be influenced by another's connections: users, sites (HEv3, section 5.3).
///
/// For one thread at a time. Reads no clock.
class history {
 public:
  /// Remembers at most `capacity` addresses in all, those that it heard of last.
  ///
  /// Every `ignore_every`th view of a partition is empty, so that clients that remember different
  /// things come to the same order in the end, as HEv3, section 5.3, demands; with 0 none is.
  explicit history(std::size_t capacity = 1024, std::size_t ignore_every = 16) noexcept
      : capacity_(capacity), ignore_every_(ignore_every) {}

  history(const history&) = delete;
  history& operator=(const history&) = delete;

  /// A round-trip time was measured. What is kept is the smoothed one of RFC 6298, section 2, to
  /// which a new one adds an eighth; the time of an attempt that had to repeat its SYN is none. A
  /// negative one is taken as 0.
  void add_rtt(std::string_view key, const ip_address& address, std::chrono::nanoseconds rtt) {
    rtt = std::max(rtt, std::chrono::nanoseconds::zero());
    if (entry* e = heard_of(key, address)) e->rtt = e->rtt ? *e->rtt + (rtt - *e->rtt) / 8 : rtt;
  }

  /// There was a connection to the address.
  void add_use(std::string_view key, const ip_address& address) {
    if (entry* e = heard_of(key, address)) e->used = true;
  }

  /// What the partition knows, and what it learns while the view is there; or nothing, if it is
  /// this view's turn to be empty. Take one for each host that is connected to.
  history_view view(std::string_view key);

  /// Forgets a partition: to be called when its network is left, or is another.
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
    std::string_view key;  // that of its partition, in partitions_
    ip_address address;
    std::optional<std::chrono::nanoseconds> rtt{};
    bool used = false;
  };

  struct partition {
    std::map<ip_address, std::list<entry>::iterator> addresses{};
    std::size_t views = 0;
  };

  const entry* find(std::string_view key, const ip_address& address) const noexcept {
    const auto in = partitions_.find(key);
    if (in == partitions_.end()) return nullptr;
    const auto known = in->second.addresses.find(address);
    return known == in->second.addresses.end() ? nullptr : &*known->second;
  }

  entry* heard_of(std::string_view key, const ip_address& address) {
    if (capacity_ == 0) return nullptr;
    auto in = partitions_.find(key);
    if (in == partitions_.end()) in = partitions_.try_emplace(std::string(key)).first;
    auto known = in->second.addresses.find(address);
    if (known == in->second.addresses.end()) {
      std::list<entry> fresh;
      fresh.push_back(entry{in->first, address});
      known = in->second.addresses.try_emplace(address, fresh.begin()).first;
      entries_.splice(entries_.end(), fresh);
      if (entries_.size() > capacity_) forget_oldest();
    } else {
      entries_.splice(entries_.end(), entries_, known->second);
    }
    return &entries_.back();
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
  std::map<std::string, partition, std::less<>> partitions_;
  std::list<entry> entries_;  // the one last heard of is last
};

/// A partition of a history, which it must not outlive, as `sort_destinations` asks it. One that is
/// default-constructed is empty.
class history_view {
 public:
  history_view() noexcept = default;

  /// The smoothed round-trip time, if one is known.
  std::optional<std::chrono::nanoseconds> rtt(const ip_address& address) const noexcept {
    const history::entry* e = of_ ? of_->find(key_, address) : nullptr;
    return e ? e->rtt : std::nullopt;
  }

  /// Whether there was a connection to it.
  bool used(const ip_address& address) const noexcept {
    const history::entry* e = of_ ? of_->find(key_, address) : nullptr;
    return e && e->used;
  }

 private:
  friend class history;

  history_view(const history& of, std::string_view key) : of_(&of), key_(key) {}

  const history* of_ = nullptr;
  std::string key_;
};

inline history_view history::view(std::string_view key) {
  const auto in = partitions_.find(key);
  if (in != partitions_.end() && ignore_every_ != 0 && ++in->second.views % ignore_every_ == 0)
    return history_view();
  return history_view(*this, key);
}

}  // namespace eyeballs
