// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_HOSTS_HPP
#define EYEBALLS_TESTS_SUPPORT_HOSTS_HPP

// A made-up host: what is answered for its names, when, and what its endpoints do. Endpoints are
// names, as in families.hpp.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "eyeballs/connect_by_name.hpp"
#include "families.hpp"
#include "network.hpp"
#include "steps.hpp"

namespace support {

using eyeballs::address_family;
using names = std::vector<std::string>;

inline std::string record(address_family f) { return f == address_family::v6 ? "AAAA" : "A"; }

/// As the standard library at hand says it.
inline std::string text_of(std::errc e) { return std::make_error_code(e).message(); }

/// What a query is answered with. As it is made, it never is.
class answer {
 public:
  enum ending { value, failure, throws, throws_at_once, stops_by_itself };

  answer() = default;

  answer(duration after, names found) : after_(after), found_(std::move(found)) {}

  answer(duration after, ending how, std::errc why = std::errc::host_unreachable)
      : after_(after), how_(how), why_(why) {}

  /// After all else that is armed for its instant when half of the time has passed.
  answer last_in_its_instant() && {
    waits_ = 2;
    return std::move(*this);
  }

  /// It comes although it was stopped.
  answer stubborn() && {
    stubborn_ = true;
    return std::move(*this);
  }

  answer about(std::string text) && {
    about_ = std::move(text);
    return std::move(*this);
  }

  eyeballs::task<names> play(timeline& log, std::string who) const {
    if (how_ == throws_at_once) throw std::runtime_error(who + " can't be asked");
    return wait_and_tell(*this, log, std::move(who));
  }

 private:
  static eyeballs::task<names> wait_and_tell(answer a, timeline& log, std::string who) {
    const eyeballs::environment here = co_await eyeballs::current_environment();
    log.note(who + " asked", here);
    note_at_exit stopped(log, who + " cancelled", here);
    for (int i = 0; i < a.waits_; ++i) {
      const duration part = a.after_ == duration::max() ? a.after_ : a.after_ / a.waits_;
      if (a.stubborn_) co_await eyeballs::shield(eyeballs::sleep(part));
      else co_await eyeballs::sleep(part);
    }
    if (a.how_ == stops_by_itself) co_await stops_itself();
    stopped.dismiss();
    log.note(who + " answers", here);
    if (a.how_ == throws) throw std::runtime_error(who + " threw");
    if (a.how_ == failure) co_return eyeballs::fail(make_error_code(a.why_), a.about_);
    co_return a.found_;
  }

  duration after_ = duration::max();
  names found_;
  ending how_ = value;
  std::errc why_{};
  std::string about_;
  int waits_ = 1;
  bool stubborn_ = false;
};

class host : public eyeballs::resolver<std::string> {
 public:
  // What is to be set up before.
  network net;
  answer aaaa, a;  // silent
  /// How an endpoint connects; one that is not there hangs.
  std::map<std::string, std::function<connector(const std::string&)>> endpoints;
  std::map<std::string, duration> delays;  // of their own
  eyeballs::configurable_values values;

  void ok(const std::string& name, duration after) {
    endpoints[name] = [this, after](const std::string& n) { return net.ok(n, after); };
  }

  void fails(const std::string& name, duration after,
             std::errc why = std::errc::connection_refused) {
    endpoints[name] = [this, after, why](const std::string& n) { return net.fails(n, after, why); };
  }

  void stubborn_ok(const std::string& name, duration after) {
    endpoints[name] = [this, after](const std::string& n) { return net.stubborn_ok(n, after); };
  }

  eyeballs::task<connection> connect() {
    return eyeballs::connect_by_name(*this, *this, "host.example", "443", values);
  }

  // As a resolver.
  eyeballs::task<names> resolve(std::string, std::string, address_family asked) override {
    return (asked == address_family::v6 ? aaaa : a).play(net.log, record(asked));
  }

  // As a transport: IPv6 is sorted first, unless IPv4 is preferred.
  connector attempt(const std::string& name, std::size_t index) {
    indices.push_back(index);
    const auto known = endpoints.find(name);
    return known == endpoints.end() ? net.hangs(name) : known->second(name);
  }

  void close(connection&& c) noexcept { net.close()(std::move(c)); }

  address_family family_of(const std::string& name) const { return family_by_name(name); }

  names sort(const names& all) const {
    names sorted;
    for (const bool preferred : {true, false})
      for (const std::string& name : all)
        if ((family_by_name(name) == values.preferred_family) == preferred) sorted.push_back(name);
    return sorted;
  }

  std::optional<duration> delay_of(const std::string& name) const {
    const auto known = delays.find(name);
    if (known == delays.end()) return std::nullopt;
    return known->second;
  }

  std::vector<std::size_t> indices;  // of the attempts
};

/// Both families are answered at once; nothing connects, unless it is said.
inline void knows(host& h, names v6, names v4) {
  h.aaaa = answer(duration::zero(), std::move(v6));
  h.a = answer(duration::zero(), std::move(v4));
}

/// What was noted of the starts of attempts, and of those of queries.
inline lines starts(const host& h) { return h.net.log.with(" starts "); }

inline lines queries(const host& h) { return h.net.log.with(" asked "); }

}  // namespace support

#endif
