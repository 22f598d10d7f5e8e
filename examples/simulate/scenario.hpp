// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A scenario: what is answered for a name and when, and what its endpoints do. Played in virtual time
// it becomes a report.

#include <chrono>
#include <cstddef>
#include <eyeballs/eyeballs.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace simulated {

using eyeballs::address_family;
using eyeballs::duration;
using eyeballs::task;
using nlohmann::json;
using names = std::vector<std::string>;
using report = eyeballs::connect_report<std::string>;

/// Null is for ever.
inline duration ms_in(const json& from, const char* key) {
  if (from.at(key).is_null()) return duration::max();
  const std::chrono::duration<double, std::milli> ms(from.at(key).get<double>());
  return std::chrono::duration_cast<duration>(ms);
}

inline std::optional<duration> ms_if_any(const json& from, const char* key) {
  if (!from.contains(key)) return std::nullopt;
  return ms_in(from, key);
}

/// An error by the name that `std::errc` has for it.
inline std::errc code_named(const std::string& name) {
  static const std::map<std::string, std::errc> codes = {
      {"connection_refused", std::errc::connection_refused},
      {"connection_reset", std::errc::connection_reset},
      {"host_unreachable", std::errc::host_unreachable},
      {"network_unreachable", std::errc::network_unreachable},
      {"timed_out", std::errc::timed_out},
      {"protocol_error", std::errc::protocol_error},
      {"address_family_not_supported", std::errc::address_family_not_supported},
      {"permission_denied", std::errc::permission_denied},
  };
  const auto found = codes.find(name);
  if (found == codes.end()) throw std::invalid_argument("an error that is not known: " + name);
  return found->second;
}

/// Answers, connects and fails as the scenario says: a resolver and a transport.
class made_up_host final : public eyeballs::resolver<std::string> {
 public:
  struct connection {
    std::string endpoint;
  };

  made_up_host(const json& scenario, report& told) : scenario_(scenario), told_(told) {
    for (const json& e : scenario.at("endpoints")) endpoints_[e.at("name")] = e;
    if (!scenario.contains("dns")) return;
    for (const json& query : scenario["dns"]) {
      if (query.at("type") != "A" || !query.at("answer").is_array()) continue;
      for (const std::string name : query["answer"])
        if (!name.starts_with('[')) families_[name] = address_family::v4;  // else it is by NAT64
    }
  }

  /// What is not in the scenario is never answered; a scenario without any DNS is a list.
  task<names> resolve(std::string, std::string, address_family asked) override {
    if (!scenario_.contains("dns")) co_return list(asked);
    const char* const type = asked == address_family::v6 ? "AAAA" : "A";
    for (const json& query : scenario_["dns"]) {
      if (query.at("type") != type) continue;
      co_await eyeballs::sleep(ms_in(query, "at_ms"));
      if (query.contains("left_out")) leave_out(query["left_out"]);
      if (query.at("answer").is_array()) co_return query["answer"].get<names>();
      if (query.at("answer") == "empty") co_return names();
      co_return eyeballs::fail(code_named(query.value("error", "host_unreachable")));
    }
    co_await eyeballs::never();
    co_return names();
  }

  task<connection> attempt(const std::string& name, std::size_t,
                           eyeballs::attempt_progress gets_on) {
    return play(endpoints_, name, gets_on);
  }

  void close(connection&&) noexcept {}

  address_family family_of(const std::string& name) const {
    const auto found = families_.find(name);
    return found == families_.end() ? address_family::v6 : found->second;
  }

  names sort(const names& all) const {
    names sorted;
    for (const address_family f : {address_family::v6, address_family::v4})
      for (const std::string& name : all)
        if (family_of(name) == f) sorted.push_back(name);
    return sorted;
  }

  std::optional<duration> delay_of(const std::string& name) const {
    const auto found = endpoints_.find(name);
    if (found == endpoints_.end()) return std::nullopt;
    return ms_if_any(found->second, "own_delay_ms");
  }

 private:
  void leave_out(const json& endpoints) {
    for (const json& e : endpoints)
      told_.leave_out(e.at("name"),
                      eyeballs::error(std::make_error_code(code_named(e.at("error")))));
  }

  names list(address_family asked) const {
    names all;
    if (asked == address_family::v4) return all;
    if (scenario_.contains("order")) return scenario_["order"].get<names>();
    for (const json& e : scenario_["endpoints"]) all.push_back(e.at("name"));
    return all;
  }

  static task<connection> play(const std::map<std::string, json>& endpoints, std::string name,
                               eyeballs::attempt_progress gets_on) {
    const auto found = endpoints.find(name);
    const json endpoint = found == endpoints.end() ? json{{"outcome", "hang"}} : found->second;
    const std::string outcome = endpoint.at("outcome");
    if (const auto accepted = ms_if_any(endpoint, "accepts_at_ms")) {
      co_await eyeballs::sleep(*accepted);
      gets_on();
    }
    if (outcome == "hang") co_await eyeballs::never();
    if (endpoint.contains("at_ms")) co_await eyeballs::sleep(ms_in(endpoint, "at_ms"));
    if (outcome == "ok") co_return connection{name};
    const char* const usual =
        outcome == "unsupported" ? "address_family_not_supported" : "connection_refused";
    co_return eyeballs::fail(code_named(endpoint.value("error", usual)));
  }

  const json& scenario_;
  report& told_;
  std::map<std::string, json> endpoints_;
  std::map<std::string, address_family> families_;
};

class scenario {
 public:
  explicit scenario(json s) : json_(std::move(s)) {}

  std::string name() const { return json_.value("id", json_.value("name", "scenario")); }

  /// Plays it to its end, or as long as it says.
  report play() const {
    report told;
    made_up_host host(json_, told);
    eyeballs::virtual_time time;
    auto& root = time.start(connect(host, told));
    if (const auto stop = ms_if_any(json_, "cancel_at_ms")) root.stop_at(*stop);
    time.run();
    if (root.ended() && root.end().has_error())
      throw std::runtime_error(root.end().error().message());
    if (!json_.contains("dns")) told.queries.clear();
    return told;
  }

 private:
  task<> connect(made_up_host& host, report& told) const {
    auto one = connect_by_name(host, host, "host.example", "443", values(), &told);
    const duration limit = ms_if_any(json_, "overall_timeout_ms").value_or(duration::max());
    [[maybe_unused]] const auto end =
        co_await eyeballs::as_result(eyeballs::timeout(std::move(one), limit));
  }

  eyeballs::configurable_values values() const {
    eyeballs::configurable_values v;
    v.attempt_delay = ms_if_any(json_, "delay_ms").value_or(v.attempt_delay);
    v.resolution_delay = ms_if_any(json_, "resolution_delay_ms").value_or(v.resolution_delay);
    v.first_family_count = json_.value("first_family_count", v.first_family_count);
    if (json_.contains("queries")) {
      v.ask_v6 = v.ask_v4 = false;
      for (const json& type : json_["queries"]) {
        if (type == "AAAA") v.ask_v6 = true;
        if (type == "A") v.ask_v4 = true;
      }
    }
    return v;
  }

  json json_;
};

}  // namespace simulated
