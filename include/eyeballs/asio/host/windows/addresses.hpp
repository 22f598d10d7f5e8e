// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Addresses and routes on Windows: GetAdaptersAddresses, and a UDP socket that is connected.

#include <iphlpapi.h>
#include <winsock2.h>
#include <ws2tcpip.h>

#include <cstddef>
#include <memory>
#include <new>
#include <optional>
#include <vector>

#include "../../../address/scope.hpp"
#include "../../endpoint.hpp"
#include "../system_addresses.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(ip/udp.hpp)
// clang-format on

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline std::optional<ip_address> find_source_address(const ip_address& destination) noexcept {
  using asio::ip::udp;
  constexpr unsigned short any_port = 9;  // port 0 is no destination
  const udp::endpoint to(to_asio(destination), any_port);

  const SOCKET socket = ::WSASocketW(to.protocol().family(), SOCK_DGRAM, IPPROTO_UDP, nullptr, 0,
                                     WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
  if (socket == INVALID_SOCKET) return std::nullopt;

  udp::endpoint from;
  auto size = int(from.capacity());
  const bool has_route = ::connect(socket, to.data(), int(to.size())) == 0 &&
                         ::getsockname(socket, from.data(), &size) == 0;
  ::closesocket(socket);
  if (!has_route) return std::nullopt;
  return to_ip_address(from.address());
}

/// The interfaces as they are now, with their addresses.
class interface_list {
 public:
  /// It is empty if the system does not tell them, or there is no memory.
  interface_list() noexcept {
    constexpr ULONG flags =
        GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST | GAA_FLAG_SKIP_DNS_SERVER;
    constexpr int tries = 4;  // it may grow meanwhile
    ULONG size = ULONG(16) << 10;
    for (int i = 0; i < tries; ++i) {
      memory_.reset(::operator new(size, std::nothrow));
      if (!memory_) return;
      first_ = static_cast<IP_ADAPTER_ADDRESSES*>(memory_.get());
      const ULONG failed = ::GetAdaptersAddresses(AF_UNSPEC, flags, nullptr, first_, &size);
      if (failed == NO_ERROR) return;
      first_ = nullptr;
      if (failed != ERROR_BUFFER_OVERFLOW) return;
    }
  }

  const IP_ADAPTER_ADDRESSES* first() const noexcept { return first_; }

 private:
  struct release {
    void operator()(void* memory) const noexcept { ::operator delete(memory); }
  };

  std::unique_ptr<void, release> memory_;
  IP_ADAPTER_ADDRESSES* first_ = nullptr;
};

/// With its scope id.
inline std::optional<ip_address> address_in(const SOCKET_ADDRESS& a) {
  const int family = a.lpSockaddr->sa_family;
  if (family != AF_INET && family != AF_INET6) return std::nullopt;
  const auto endpoint = endpoint_in(a.lpSockaddr, std::size_t(a.iSockaddrLength));
  return endpoint ? std::optional(address_of(*endpoint)) : std::nullopt;
}

inline bool tell_addresses(address_listener listener, void* of) noexcept {
  const interface_list interfaces;
  if (!interfaces.first()) return false;
  for (const IP_ADAPTER_ADDRESSES* i = interfaces.first(); i; i = i->Next) {
    const bool is_up = i->OperStatus == IfOperStatusUp;
    const bool is_loopback = i->IfType == IF_TYPE_SOFTWARE_LOOPBACK;
    if (!is_up || is_loopback) continue;
    for (const IP_ADAPTER_UNICAST_ADDRESS* a = i->FirstUnicastAddress; a; a = a->Next) {
      const std::optional<ip_address> address = address_in(a->Address);
      if (address) listener(of, address->is_v4() ? *address : ip_address(address->bytes()));
    }
  }
  return true;
}

/// Duplicate address detection is over for those that are preferred alone.
inline std::vector<ip_address> deprecated_addresses() {
  const interface_list interfaces;
  std::vector<ip_address> found;
  for (const IP_ADAPTER_ADDRESSES* i = interfaces.first(); i; i = i->Next) {
    for (const IP_ADAPTER_UNICAST_ADDRESS* a = i->FirstUnicastAddress; a; a = a->Next) {
      if (a->DadState == IpDadStatePreferred) continue;
      const std::optional<ip_address> address = address_in(a->Address);
      if (!address) continue;
      const bool of_link = scope_of(*address) == link_local_scope;
      found.push_back(of_link || address->is_v4() ? *address : ip_address(address->bytes()));
    }
  }
  return found;
}

inline bool is_interface(unsigned number) noexcept {
  NET_LUID known{};
  return ::ConvertInterfaceIndexToLuid(number, &known) == NO_ERROR;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
