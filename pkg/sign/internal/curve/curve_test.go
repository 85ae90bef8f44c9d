package curve

import (
	"crypto/sha512"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vectors were made with OpenSSL: key (SubjectPublicKeyInfo) and signature of
// the same message, with SHA-512 where a digest is asked for.
var vectors = []struct{ name, key, sig string }{
	{"brainpoolP256r1", "305a301406072a8648ce3d020106092b24030302080101070342000488885eca1b3534deb12a5b18602804182764c7216705144b4f89482c17925ebca92d58f00aa95444b171724caba486a90979ac7c489eb72c1b3a3315caf86197", "304402202de696db7e4eaff7f47554320dff98a894ecd2611e0f0fc1c4c07d6c3cf0d89602201f5154cf09ca30c0e67f7346086ea0cad781aab0a0b129b30c08d1bda00ea700"},
	{"brainpoolP256t1", "305a301406072a8648ce3d020106092b24030302080101080342000451181145910d8511a514c612ee35099fc9b961e3822c8cfc42208d9cd3cc3d3c2a4bcf7d431abf7ece26111392508823c4919151bae864cbdb0dea0efbb357fb", "304402207c95a561880a8e26230d4d37eec722d1157bf7b6c2dd7bacfcf5a48ce43db570022030845f27e3f72f2cd52cb3ebd8e05b305a363934cbafab67adf0b8536dbe532c"},
	{"brainpoolP384r1", "307a301406072a8648ce3d020106092b240303020801010b0362000440d4c23ee01dd3c53efd3076c2d2bc33b0d1cc2aab5d7f24b07dd9ff0daec63b1456ee7b5526ba4be3bac8448e48750d2487123354256f1294777830e8e52ec68213a9ee1764467563d4049c87f718d6347dec3f159d82c5c1285ee2710dff09", "306402307e266ed53e14b9ba3dbb375d3ac7f4df41729d026d4e9840402d3935adfdfcd6e9483a3426c68e3eb96285a06f28f78b02301fd84d9bfe6b10916f0ba015e29ab757d537f0f67581c719541e67cd268a6c5c338e70370c28804c4854eed9bf18ac1a"},
	{"brainpoolP384t1", "307a301406072a8648ce3d020106092b240303020801010c036200046a699eed1496ed5d8d7b05683c4c4c5efe3e0619ad94924281c8cb2b5bf40f030904b0ccb6bc41e47644aa993697576481d8d5b438314307929ad74f3029c8da240228ed6878a433def65dea25afac1ee02ee3d433f698b6086227cdfa074375", "306402305feb6c0ebdf361a97d5e3d875e9d94cec604df59996365d81e9f818267984630016465c3e3ad179b9b5b52de1ec0dfba02304ce6344e12141a2101bc2d0df2f6e40d871cf4226184978f9c947d94b0b00e13fc5ba914bf7dbc721948941e7a4c19ed"},
	{"brainpoolP512r1", "30819b301406072a8648ce3d020106092b240303020801010d0381820004a7fb805ba876c25a5f8daf0b0a76e70abec0d1d94f9e081660e4616b39f4ad8c52ea8ebd2fe4fa3ad1cfc76d870080d839abbb6c464b6f81c1da467ed87bb2b32252243d827352c3b07a55fd6f420f2c92975bd102eae244a511826efeee089b02de5b6780f4f4dbfce21611d0bea11d87969028291204760769a90a7d95066b", "30818502410092e9fd226efb6c77ac9c785a1c3cfba58fb5cde7a8b5b539cd334d758fec5e9f3c098e8cc47a0258ad1ee8dc1e113893fd3908a43390491359901fb0be6c4ee002400360f220b7aceaee1156cdc666a4c61820c7f625f5a9aa0954c10eb15bd4e19498d63bb9c77b1bccd2048b242fe29afecba6f6e9947a1fb4694cbe201a35a036"},
	{"brainpoolP512t1", "30819b301406072a8648ce3d020106092b240303020801010e0381820004a53fa2160f71f3aca2c68470902d23f30529d448aa050156a03702e9cf0fb9bce88e7dea2718c450fedd01219a4827e8c2e334948241b34f41a75d6d529e1b1b900173496e5d48c1dd547aecc347a31c522fd7a7b7b6feb98d360896dd0ec37adcf8adfa3e323a94ff1998cb98f6687a6ced120c5b5a89bc0e1948d9ce762afd", "30818502410080a0ba7caacbb7416b39d654daaa4e34c44767dd2dda00495c998e5ffc6cc6bc521b1b59cd5c3a29cbe62fbc2ac70dbd8fc9e0ff1d01b5375214dfdb3f03e28702407990d7544bd431c951c48d40432fc118bdb0155b5ed17ad5e1d4a7371fac0ce5ec08be53ec35ddb700c85a2df88725d9efc613d310b76e44dea3598c14216541"},
	{"ed448", "3043300506032b6571033a00e338950b2fa523f5df1ad967c58bf3140f27e97f1b2a19d5e24476c10fdab13ebb8e6ed6c66cb623ba0f27adb02fd411dbe99b9bf112b49e00", "4c325e0330fb47363c6b1ddcad076dca1d40c090b69ddb90f22e31409054de625aa5d4d8ce41cf3b5c5c3434e51277f834e14ee07361387e00e621ef89456e4b2538c3817385f02e8b80b11520dc5529207ed204e87b8bf2eac3c748bc6470f5fe17a5564da4c9f75357a362e1f7bcab3100"},
}

const message = "tthclint test message"

func TestVectors(t *testing.T) {
	for _, v := range vectors {
		t.Run(v.name, func(t *testing.T) {
			raw, err := hex.DecodeString(v.key)
			require.NoError(t, err)
			sig, err := hex.DecodeString(v.sig)
			require.NoError(t, err)
			var spki struct {
				Alg pkix.AlgorithmIdentifier
				Key asn1.BitString
			}
			_, err = asn1.Unmarshal(raw, &spki)
			require.NoError(t, err)
			if v.name == "ed448" {
				assert.True(t, VerifyEd448(spki.Key.Bytes, []byte(message), sig))
				assert.False(t, VerifyEd448(spki.Key.Bytes, []byte(message+"."), sig))
				for i := range sig {
					sig[i] ^= 4
					assert.False(t, VerifyEd448(spki.Key.Bytes, []byte(message), sig), i)
					sig[i] ^= 4
				}
				return
			}
			var oid asn1.ObjectIdentifier
			_, err = asn1.Unmarshal(spki.Alg.Parameters.FullBytes, &oid)
			require.NoError(t, err)
			c := ByOID(oid)
			require.NotNil(t, c)
			assert.Equal(t, v.name, c.Name)
			k, err := c.Key(spki.Key.Bytes)
			require.NoError(t, err)
			var rs struct{ R, S *big.Int }
			_, err = asn1.Unmarshal(sig, &rs)
			require.NoError(t, err)
			digest := sha512.Sum512([]byte(message))
			assert.True(t, k.Verify(digest[:], rs.R, rs.S))
			assert.False(t, k.Verify(digest[:], rs.S, rs.R))
			assert.False(t, k.Verify(digest[:], rs.R, new(big.Int).Add(rs.S, big.NewInt(1))))
			assert.False(t, k.Verify(digest[:], new(big.Int), rs.S))
			assert.False(t, k.Verify(digest[:], rs.R, c.n))
			digest[0] ^= 1
			assert.False(t, k.Verify(digest[:], rs.R, rs.S))

			size := (len(spki.Key.Bytes) - 1) / 2
			short := append([]byte{2 + spki.Key.Bytes[2*size]&1}, spki.Key.Bytes[1:1+size]...)
			compressed, err := c.Key(short)
			require.NoError(t, err)
			assert.Equal(t, k.y, compressed.y)
			off := append([]byte(nil), spki.Key.Bytes...)
			off[len(off)-1] ^= 1
			_, err = c.Key(off)
			assert.Error(t, err, "not on the curve")
			_, err = c.Key(off[:10])
			assert.Error(t, err)
			n := c.multiply(c.n, c.gx, c.gy)
			assert.Zero(t, n.z.Sign(), "the generator has order n")
		})
	}
}

func TestEd448Base(t *testing.T) {
	p := multiplyPoint(ed448L, projective{ed448X, ed448Y, big.NewInt(1)})
	assert.True(t, samePoint(p, projective{new(big.Int), big.NewInt(1), big.NewInt(1)}), "the base point has order L")
}

func TestUnknownCurves(t *testing.T) {
	assert.Nil(t, ByOID(asn1.ObjectIdentifier{1, 3, 36, 3, 3, 2, 8, 1, 1, 99}))
	assert.Nil(t, ByOID(asn1.ObjectIdentifier{1, 2, 3}))
}
