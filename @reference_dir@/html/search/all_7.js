var searchData=
[
  ['in_5fprefix_0',['in_prefix',['../group__address.html#ga68f52e04f6ffe7f051b53b51090c747a',1,'eyeballs']]],
  ['index_1',['index',['../structeyeballs_1_1connect__event.html#a18d319f99a80c413dc6a3b118e1472ff',1,'eyeballs::connect_event']]],
  ['interleave_2',['interleave',['../group__address.html#ga0a2efc0677562a411c94d558cb82c817',1,'eyeballs']]],
  ['interleave_2ehpp_3',['interleave.hpp',['../interleave_8hpp.html',1,'']]],
  ['internet_4',['internet',['../structeyeballs_1_1connectivity.html#a8e19165200e52b32fef321cf72e44ec0ac3581516868fb3b71746931cac66390e',1,'eyeballs::connectivity']]],
  ['ip_5faddress_5',['ip_address',['../classeyeballs_1_1ip__address.html',1,'eyeballs::ip_address'],['../classeyeballs_1_1ip__address.html#a06692b18dbb103fac449c782c7ed3d26',1,'eyeballs::ip_address::ip_address() noexcept=default'],['../classeyeballs_1_1ip__address.html#a414cb258c04058eb8c0be5a6b024a099',1,'eyeballs::ip_address::ip_address(const v4_bytes &amp;v4) noexcept'],['../classeyeballs_1_1ip__address.html#a03eab9f03ac36e8e0d7a8b808e0bee23',1,'eyeballs::ip_address::ip_address(const v6_bytes &amp;v6, std::uint32_t scope_id=0) noexcept']]],
  ['ip_5faddress_2ehpp_6',['ip_address.hpp',['../ip__address_8hpp.html',1,'']]],
  ['is_5ferror_5fcode_5fenum_3c_20eyeballs_3a_3aerrc_20_3e_7',['is_error_code_enum&lt; eyeballs::errc &gt;',['../structstd_1_1is__error__code__enum_3_01eyeballs_1_1errc_01_4.html',1,'std']]],
  ['is_5fv4_8',['is_v4',['../classeyeballs_1_1ip__address.html#a8bf88c7e444f7577cf1ccb8bdbfe9e97',1,'eyeballs::ip_address']]],
  ['is_5fv6_9',['is_v6',['../classeyeballs_1_1ip__address.html#a08a88b49f0b6d2e7ce2536b379c58b4a',1,'eyeballs::ip_address']]]
];
