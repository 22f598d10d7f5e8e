var searchData=
[
  ['in_5fprefix_0',['in_prefix',['../group__address.html#ga68f52e04f6ffe7f051b53b51090c747a',1,'eyeballs']]],
  ['interleave_1',['interleave',['../group__address.html#ga0a2efc0677562a411c94d558cb82c817',1,'eyeballs']]],
  ['ip_5faddress_2',['ip_address',['../classeyeballs_1_1ip__address.html#a06692b18dbb103fac449c782c7ed3d26',1,'eyeballs::ip_address::ip_address() noexcept=default'],['../classeyeballs_1_1ip__address.html#a414cb258c04058eb8c0be5a6b024a099',1,'eyeballs::ip_address::ip_address(const v4_bytes &amp;v4) noexcept'],['../classeyeballs_1_1ip__address.html#a03eab9f03ac36e8e0d7a8b808e0bee23',1,'eyeballs::ip_address::ip_address(const v6_bytes &amp;v6, std::uint32_t scope_id=0) noexcept']]],
  ['is_5fv4_3',['is_v4',['../classeyeballs_1_1ip__address.html#a8bf88c7e444f7577cf1ccb8bdbfe9e97',1,'eyeballs::ip_address']]],
  ['is_5fv6_4',['is_v6',['../classeyeballs_1_1ip__address.html#a08a88b49f0b6d2e7ce2536b379c58b4a',1,'eyeballs::ip_address']]]
];
